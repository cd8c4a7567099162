import { z } from 'zod'
import { actingAs, type Context, transact } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { municipalityOf } from '../../web/guard.ts'
import { addPartner } from './add-partner.ts'
import { AddPartner, CreatedView, PartnerView } from './schema.ts'
import { listPartners } from './sql.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function programmeApi(api: Api, ctx: Context): void {
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
