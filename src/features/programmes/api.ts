import { z } from 'zod'
import { actingAs, type Context, transact } from '../../context.ts'
import { listSites } from '../../db/sites.ts'
import type { Api } from '../../web/api.ts'
import { municipalityOf } from '../../web/guard.ts'
import { addPartner } from './add-partner.ts'
import { addSite } from './add-site.ts'
import { AddPartner, AddSite, CreatedView, PartnerView, SiteView } from './schema.ts'
import { listPartners } from './sql.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function programmeApi(api: Api, ctx: Context): void {
  api.get(
    '/sites',
    {
      config: forCoordinators,
      schema: {
        tags: ['Programmes'],
        summary: 'The places where people of the municipality can meet',
        response: { 200: z.object({ data: z.array(SiteView) }) },
      },
    },
    async (request) => {
      const { actor } = request
      const sites = await transact(actingAs(ctx, actor), (ctx) =>
        listSites(ctx.db, municipalityOf(actor)),
      )
      return { data: sites }
    },
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
      const { actor, body } = request
      const id = await addSite(actingAs(ctx, actor), municipalityOf(actor), body)
      return reply.code(201).send({ id })
    },
  )

  api.get(
    '/partners',
    {
      config: forCoordinators,
      schema: {
        tags: ['Programmes'],
        summary: 'The organisations that refer refugees or help in other ways',
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
        summary: 'Add an organisation',
        body: AddPartner,
        response: { 201: CreatedView },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      const id = await addPartner(actingAs(ctx, actor), municipalityOf(actor), body)
      return reply.code(201).send({ id })
    },
  )
}
