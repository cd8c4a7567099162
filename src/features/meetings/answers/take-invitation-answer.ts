import type { FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { type FormBody, many, one } from '../../../web/form.ts'
import { submit } from '../../../web/pages.ts'
import { answerMeeting } from './answer.ts'
import { nonceOf } from './nonce.ts'
import { AnswerMeeting } from './schema.ts'
import { type Invited, readOpenMeeting, showInvitation } from './show-invitation.ts'

/** The fields of an answer's form. */
export const invitationFields = ['nonce', 'answer', 'wishes[]'] as const

/**
 * Takes the answer of one person by a mailed link. Refuses a form that did not come from the page, and
 * one about a time or place that has changed since the page was loaded.
 */
export async function takeInvitationAnswer(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  invited: Invited,
): Promise<FastifyReply> {
  const { meetingId, actor, token } = invited
  const values = request.body as FormBody
  const meeting = await readOpenMeeting(ctx, invited)
  const nonce = one(values, 'nonce')
  if (nonce === undefined) throw new Problem('form-expired')
  if (nonce !== nonceOf(token, meeting)) throw new Problem('stale', { state: meeting.state })
  const answer = one(values, 'answer')
  const wishes = answer === 'another_time' ? many(values, 'wishes') : []
  const problems = await submit(AnswerMeeting, { answer, wishes }, (given) =>
    answerMeeting(actingAs(ctx, actor), { meetingId, personId: actor.id }, given),
  )
  if (problems === undefined) return reply.redirect(request.url.split('?')[0]!, 303)
  return showInvitation(ctx, request, reply.code(422), invited, { values, problems })
}
