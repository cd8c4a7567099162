import type { FastifyInstance } from 'fastify'
import { actingAs, type Context } from '../../../context.ts'
import { type FormBody, numberOrText, one } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { idOf, submit } from '../../../web/pages.ts'
import { showMeeting } from '../show.ts'
import { answerMeeting } from './answer.ts'
import { AnswerForParticipant } from './schema.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const fields = ['version', 'personId', 'answer', 'channel'] as const
const forms = { answer: formFields(forCoordinators, ...fields) }

export function meetingAnswerPages(app: FastifyInstance, ctx: Context): void {
  app.post('/meetings/:id/answers', forms.answer, async (request, reply) => {
    const values = request.body as FormBody
    const by = actingAs(ctx, request.actor)
    const given = {
      version: numberOrText(values, 'version'),
      personId: one(values, 'personId'),
      answer: one(values, 'answer'),
      channel: one(values, 'channel'),
    }
    const problems = await submit(AnswerForParticipant, given, ({ personId, ...answer }) =>
      answerMeeting(by, { meetingId: idOf(request), personId }, answer),
    )
    if (problems === undefined) return reply.redirect(`/meetings/${idOf(request)}`, 303)
    return showMeeting(by, request, reply.code(422), { values, problems })
  })
}
