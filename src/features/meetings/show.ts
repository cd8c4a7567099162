import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Context, transact } from '../../context.ts'
import type { FormState } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { idOf, sendPage } from '../../web/pages.ts'
import { recordAccess } from '../audit/record.ts'
import { readMeeting } from './sql.ts'
import { meetingPage } from './views.ts'

/** Sends a meeting's page, with the submitted values when its record was refused. */
export async function showMeeting(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  state: FormState,
): Promise<FastifyReply> {
  const meeting = await transact(ctx, async (ctx) => {
    const meeting = await readMeeting(ctx.db, idOf(request))
    await recordAccess(
      ctx,
      'person-viewed',
      meeting.participants.map(({ id }) => id),
    )
    return meeting
  })
  return sendPage(reply, meetingPage(frameOf(request), meeting, ctx.now(), state))
}
