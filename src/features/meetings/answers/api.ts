import { z } from 'zod'
import { actingAs, type Context } from '../../../context.ts'
import type { Api } from '../../../web/api.ts'
import { MeetingId } from '../schema.ts'
import { answerMeeting } from './answer.ts'
import { AnswerForParticipant } from './schema.ts'

export function meetingAnswerApi(api: Api, ctx: Context): void {
  api.post(
    '/meetings/:id/answers',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['Meetings'],
        summary: 'Record what a participant answered by telephone, letter or otherwise',
        params: MeetingId,
        body: AnswerForParticipant,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { personId, ...given } = request.body
      const of = { meetingId: request.params.id, personId }
      await answerMeeting(actingAs(ctx, request.actor), of, given)
      return reply.code(204).send(null)
    },
  )
}
