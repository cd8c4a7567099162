import { z } from 'zod'
import { actingAs, type Context, transact } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { municipalityOf } from '../../web/guard.ts'
import { addPartner } from './add-partner.ts'
import { addSite } from './add-site.ts'
import { AddPartner, AddSite, CreatedView, PartnerView, SiteView } from './schema.ts'
import { listPartners, listSites } from './sql.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function programmeApi(api: Api, ctx: Context): void {
  api.get(
    '/sites',
    {
      config: forCoordinators,
      schema: {
        tags: ['Programmes'],
        summary: 'The places where people of the municipality meet',
        response: { 200: z.object({ data: z.array(SiteView) }) },
      },
    },
    async (request) => ({
      data: await transact(actingAs(ctx, request.actor), (ctx) =>
        listSites(ctx.db, municipalityOf(ctx.actor)),
      ),
    }),
  )

  api.post(
    '/sites',
    {
      config: forCoordinators,
      schema: {
        tags: ['Programmes'],
        summary: 'Add a place where people can meet',
        body: AddSite,
        response: { 201: CreatedView },
      },
    },
    async (request, reply) => {
      const by = actingAs(ctx, request.actor)
      return reply.code(201).send({ id: await addSite(by, municipalityOf(by.actor), request.body) })
    },
  )

  api.get(
    '/partners',
    {
      config: forCoordinators,
      schema: {
        tags: ['Programmes'],
        summary: 'The organisations that help the municipality',
        response: { 200: z.object({ data: z.array(PartnerView) }) },
      },
    },
    async (request) => ({
      data: await transact(actingAs(ctx, request.actor), (ctx) => listPartners(ctx.db)),
    }),
  )

  api.post(
    '/partners',
    {
      config: forCoordinators,
      schema: {
        tags: ['Programmes'],
        summary: 'Add an organisation that helps',
        body: AddPartner,
        response: { 201: CreatedView },
      },
    },
    async (request, reply) => {
      const by = actingAs(ctx, request.actor)
      const id = await addPartner(by, municipalityOf(by.actor), request.body)
      return reply.code(201).send({ id })
    },
  )
}
