import { z } from 'zod'
import { actingAs, type Context } from '../../../context.ts'
import type { Api } from '../../../web/api.ts'
import { EnrolmentId } from '../schema.ts'
import { answerReconfirmation } from './answer.ts'
import { AnswerReconfirmation } from './schema.ts'

export function reconfirmationApi(api: Api, ctx: Context): void {
  api.post(
    '/enrolments/:id/reconfirmation',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['People'],
        summary: 'Record the answer to "still interested?"',
        params: EnrolmentId,
        body: AnswerReconfirmation,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const by = actingAs(ctx, request.actor)
      await answerReconfirmation(by, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
}
