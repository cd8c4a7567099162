import { type Context, transact } from '../../../context.ts'
import { forEach } from '../../../duties/each.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { lockMeeting } from '../sql.ts'
import { listMeetingsToRemind, listToRemind, markReminded } from './sql.ts'

const hoursBefore = 24

/**
 * Reminds everybody of their meeting 24 hours before it, once for each time and place. Who was invited
 * or told of a move within these hours needs no reminder.
 */
export async function remindOfMeetings(ctx: Context): Promise<void> {
  const window = { from: ctx.now(), to: ctx.now().add({ hours: hoursBefore }) }
  const meetings = await transact(ctx, ({ db }) => listMeetingsToRemind(db, window))
  await forEach(meetings, (id) => remindOf(ctx, id))
}

async function remindOf(ctx: Context, subjectId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    // Locked: otherwise it could be moved while its people are reminded of what was.
    const { municipality, startsAt } = await lockMeeting(ctx.db, subjectId)
    const since = startsAt.subtract({ hours: hoursBefore })
    if (Temporal.Instant.compare(since, ctx.now()) > 0) return
    const personIds = await listToRemind(ctx.db, subjectId, since)
    await markReminded(ctx.db, subjectId, personIds, ctx.now())
    for (const personId of personIds)
      await queueMail(ctx, { kind: 'meeting-reminder', municipality, to: { personId }, subjectId })
  })
}
