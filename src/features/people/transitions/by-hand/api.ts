import { z } from 'zod'
import { actingAs, type Context } from '../../../../context.ts'
import type { Api } from '../../../../web/api.ts'
import { Id } from '../../../../web/fields.ts'
import { MoveEnrolment } from '../../schema.ts'
import { moveByHand } from './move-by-hand.ts'
import { movePeople } from './move-people.ts'
import { MovedView, MovePeople } from './schema.ts'

export function moveApi(api: Api, ctx: Context): void {
  api.post(
    '/enrolments/:id/moves',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['People'],
        summary: 'Move an enrolment to its next state, such as interviewed, selected or ready',
        params: z.strictObject({ id: Id }),
        body: MoveEnrolment,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await moveByHand(actingAs(ctx, request.actor), request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )

  api.post(
    '/enrolments/moves',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['People'],
        summary: 'Move several enrolments to a state; each is moved or refused by itself',
        body: MovePeople,
        response: { 200: MovedView },
      },
    },
    async (request) => ({ data: await movePeople(actingAs(ctx, request.actor), request.body) }),
  )
}
