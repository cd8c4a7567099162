import { type Context, transact } from '../../context.ts'
import { cancelMails } from '../../mail/cancel-mails.ts'
import { recordEvent } from '../audit/record.ts'
import { cancelPairless, deleteFromMeeting, listMeetingsAhead } from './sql.ts'

/**
 * Takes a person out of every meeting to come. A meeting at which nobody's match is left to meet is
 * cancelled; the other pairs of a larger one meet without them.
 */
export async function leaveMeetings(ctx: Context, personId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    for (const { id, municipality } of await listMeetingsAhead(ctx.db, personId, ctx.now())) {
      await deleteFromMeeting(ctx.db, id, personId)
      const action = 'meeting-left'
      await recordEvent(ctx, { action, municipality, personId, subjectId: id })
      if (await cancelPairless(ctx.db, id, ctx.now())) await cancelMails(ctx, [id])
    }
  })
}
