import { z } from 'zod'
import { actingAs, type Context } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { municipalityOf } from '../../web/guard.ts'
import { readFollowUp, setFollowUp } from '../programmes/follow-up.ts'
import { CreatedView, SetFollowUp } from '../programmes/schema.ts'
import { recordCheckIn } from './check-ins/record-check-in.ts'
import { MatchId, RecordCheckIn } from './schema.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function followUpApi(api: Api, ctx: Context): void {
  api.get(
    '/programme/follow-up',
    {
      config: forCoordinators,
      schema: {
        tags: ['Matches'],
        summary: 'When the coordinators contact each pair',
        response: { 200: SetFollowUp },
      },
    },
    async ({ actor }) => readFollowUp(actingAs(ctx, actor), municipalityOf(actor)),
  )

  api.put(
    '/programme/follow-up',
    {
      config: forCoordinators,
      schema: {
        tags: ['Matches'],
        summary: 'Set when the coordinators contact each pair; what is left out gets its default',
        body: SetFollowUp,
        response: { 204: z.null() },
      },
    },
    async ({ actor, body }, reply) => {
      await setFollowUp(actingAs(ctx, actor), municipalityOf(actor), body)
      return reply.code(204).send(null)
    },
  )

  api.post(
    '/matches/:id/check-ins',
    {
      config: forCoordinators,
      schema: {
        tags: ['Matches'],
        summary: 'Record what a coordinator heard of a pair; it answers the checks that are due',
        params: MatchId,
        body: RecordCheckIn,
        response: { 201: CreatedView },
      },
    },
    async ({ actor, params, body }, reply) => {
      const id = await recordCheckIn(actingAs(ctx, actor), params.id, body)
      return reply.code(201).send({ id })
    },
  )
}
