import { type Context, transact, type Work } from '../../context.ts'
import { cancelMails } from '../../mail/cancel-mails.ts'
import { listUnsentRecipients } from '../../mail/list-unsent-recipients.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { recordEvent } from '../audit/record.ts'
import { unbook } from '../places/unbook.ts'
import {
  cancelWithoutMatch,
  deleteFromMeeting,
  listMeetingsAhead,
  listUnmatchedParticipants,
  raiseSequence,
} from './sql.ts'

/**
 * Removes a person from every future meeting in which they have no open match left, together with
 * participants who have no match there any more. Cancels a meeting without any open match;
 * otherwise the other pairs meet. Everyone who was invited and no longer takes part gets a
 * cancellation without a reason.
 */
export async function leaveMeetings(
  ctx: Context,
  personId: string,
  { tellsOthers }: { tellsOthers: boolean } = { tellsOthers: true },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    for (const meeting of await listMeetingsAhead(ctx.db, personId, ctx.now())) {
      const unmatched = await listUnmatchedParticipants(ctx.db, meeting.id)
      if (!unmatched.includes(personId)) continue
      await takeOut(ctx, meeting, personId)
      const notInvited = await listUnsentRecipients(ctx, meeting.id)
      if (await cancelWithoutMatch(ctx.db, meeting.id, ctx.now())) {
        await cancelMails(ctx, [meeting.id])
        await unbook(ctx, { meetingId: meeting.id })
      } else {
        for (const other of unmatched.filter((id) => id !== personId))
          await takeOut(ctx, meeting, other)
        await raiseSequence(ctx.db, meeting.id)
      }
      if (tellsOthers)
        for (const other of unmatched.filter((id) => !notInvited.includes(id)))
          await queueMail(ctx, {
            kind: 'meeting-cancelled',
            municipality: meeting.municipality,
            to: { personId: other },
            subjectId: meeting.id,
          })
    }
  })
}

async function takeOut(
  ctx: Work,
  { id: subjectId, municipality }: { id: string; municipality: string },
  personId: string,
): Promise<void> {
  await deleteFromMeeting(ctx.db, subjectId, personId)
  await unbook(ctx, { meetingId: subjectId }, personId)
  await recordEvent(ctx, { action: 'meeting-left', municipality, personId, subjectId })
}
