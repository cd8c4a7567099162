import { actorName, type Context, transact } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { cancelMails } from '../../mail/cancel-mails.ts'
import { listUnsentRecipients } from '../../mail/list-unsent-recipients.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { recordEvent } from '../audit/record.ts'
import { unbook } from '../places/unbook.ts'
import {
  cancelWithoutPair,
  deleteFromMeeting,
  deletePairs,
  listWithoutPair,
  lockMeetingsAhead,
  raiseSequence,
  type Stopping,
} from './sql.ts'

/**
 * Takes pairs that stop meeting out of every future meeting, or of those before a day, together with
 * participants who have no other pair there. Cancels a meeting without any other pair; otherwise the
 * others meet. Everyone who was invited and no longer takes part gets a cancellation without a
 * reason.
 */
export async function leaveMeetings(
  ctx: Context,
  stopping: Stopping,
  { tellsOthers = true, before }: { tellsOthers?: boolean; before?: Temporal.PlainDate } = {},
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const time = { from: ctx.now(), before: before?.toZonedDateTime(zone).toInstant() }
    const cancelled = { at: ctx.now(), by: actorName(ctx.actor) }
    for (const meeting of await lockMeetingsAhead(ctx.db, stopping, time)) {
      const { id: subjectId, municipality } = meeting
      const leaving = await listWithoutPair(ctx.db, subjectId, stopping)
      const notInvited = await listUnsentRecipients(ctx, subjectId)
      if (await cancelWithoutPair(ctx.db, subjectId, stopping, cancelled)) {
        await cancelMails(ctx, [subjectId])
        await unbook(ctx, { meetingId: subjectId })
      } else {
        await deletePairs(ctx.db, subjectId, stopping)
        await deleteFromMeeting(ctx.db, subjectId, leaving)
        for (const personId of leaving) await unbook(ctx, { meetingId: subjectId }, personId)
        await raiseSequence(ctx.db, subjectId, ctx.now())
      }
      for (const personId of leaving) {
        await recordEvent(ctx, { action: 'meeting-left', municipality, personId, subjectId })
        if (tellsOthers && !notInvited.includes(personId))
          await queueMail(ctx, {
            kind: 'meeting-cancelled',
            municipality,
            to: { personId },
            subjectId,
          })
      }
    }
  })
}
