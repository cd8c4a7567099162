import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Context, transact } from '../../context.ts'
import type { FormState } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { idOf, sendPage } from '../../web/pages.ts'
import { recordAccess } from '../audit/record.ts'
import { listColleagues, listRecords } from './records/sql.ts'
import { readMeeting } from './sql.ts'
import { meetingPage } from './views.ts'

/** Sends a meeting's page, with the submitted values when a form of it was refused. */
export async function showMeeting(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  state: FormState,
): Promise<FastifyReply> {
  const shown = await transact(ctx, async (ctx) => {
    const meeting = await readMeeting(ctx.db, idOf(request))
    await recordAccess(
      ctx,
      'person-viewed',
      meeting.participants.map(({ id }) => id),
    )
    const records = await listRecords(ctx.db, meeting.id)
    const actors = [meeting.createdBy, meeting.cancelledBy, ...records.map((one) => one.recordedBy)]
    return { meeting, records, colleagues: await listColleagues(ctx.db, actors) }
  })
  return sendPage(reply, meetingPage(frameOf(request), { ...shown, now: ctx.now(), state }))
}
