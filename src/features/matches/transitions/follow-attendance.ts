import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { withdrawQuestions } from '../../questions/settle.ts'
import { askToGoOn } from '../go-on/ask-to-go-on.ts'
import { asksToGoOn } from '../go-on/sql.ts'
import { moveMatch } from './move-match.ts'
import { findFirstMeeting, lockMatch } from './sql.ts'

/**
 * Brings a match into line with who was present at its meetings. After the first meeting at which both
 * were, each is asked whether to go on; where the programme does not ask, that meeting makes the match
 * active, from its day. Without any such meeting, because a record was corrected, an active match goes
 * back, and what was asked and answered does not count.
 */
export async function followAttendance(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const match = await lockMatch(ctx.db, id)
    const { programmeId, state, episode } = match
    if (episode === undefined) return
    const first = await findFirstMeeting(ctx.db, id, episode.openedRecordedAt)
    const met = first?.startsAt.toZonedDateTimeISO(zone).toPlainDate()
    if (met === undefined) {
      await withdrawQuestions(ctx, { matchId: id }, ['go-on'], { answeredToo: true })
      if (episode.activeOn !== null) await moveMatch(ctx, id, { kind: 'deactivated' })
    } else if (state === 'closed') return
    else if (episode.activeOn === null) {
      if (!(await asksToGoOn(ctx.db, programmeId)))
        await moveMatch(ctx, id, { kind: 'activated', happenedOn: met })
      else if (state !== 'closing') await askToGoOn(ctx, match)
    } else if (Temporal.PlainDate.compare(episode.activeOn, met) < 0) {
      // It cannot have been active before the two met.
      await moveMatch(ctx, id, { kind: 'deactivated' })
      await moveMatch(ctx, id, { kind: 'activated', happenedOn: met })
    }
  })
}
