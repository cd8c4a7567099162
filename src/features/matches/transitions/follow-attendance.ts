import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { moveMatch } from './move-match.ts'
import { findFirstMeeting, lockMatch } from './sql.ts'

/**
 * Brings a match into line with who was present at its meetings. The first meeting at which both
 * were makes it active on that day; without any such meeting, because a record was corrected, an
 * active match goes back.
 */
export async function followAttendance(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { state, episode } = await lockMatch(ctx.db, id)
    if (episode === undefined) return
    const first = await findFirstMeeting(ctx.db, id, episode.openedRecordedAt)
    const met = first?.startsAt.toZonedDateTimeISO(zone).toPlainDate()
    const { activeOn } = episode
    const isTooEarly =
      activeOn !== null && (met === undefined || Temporal.PlainDate.compare(activeOn, met) < 0)
    if (isTooEarly) await moveMatch(ctx, id, { kind: 'deactivated' })
    if (met !== undefined && (activeOn === null || isTooEarly) && state !== 'closed')
      await moveMatch(ctx, id, { kind: 'activated', happenedOn: met })
  })
}
