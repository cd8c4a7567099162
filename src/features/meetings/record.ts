import { type Context, transact } from '../../context.ts'
import { lockPairsOfMeeting } from '../../db/lock-pairs.ts'
import { Problem } from '../../problems.ts'
import { recordEvents } from '../audit/record.ts'
import type { RecordMeeting } from './schema.ts'
import { lockMeeting, markAttendance, markRecorded, readMeeting } from './sql.ts'

/**
 * Records a meeting's outcome and absences; returns the matches that met. Refuses a meeting that
 * has not begun or is already recorded, and people who were not invited.
 */
export async function recordMeeting(
  ctx: Context,
  id: string,
  record: Pick<RecordMeeting, 'outcome' | 'absentPersonIds'>,
): Promise<string[]> {
  return transact(ctx, async (ctx) => {
    await lockPairsOfMeeting(ctx.db, id)
    const { state, startsAt } = await lockMeeting(ctx.db, id)
    if (state !== 'scheduled') throw new Problem('state-conflict', { state })
    if (Temporal.Instant.compare(ctx.now(), startsAt) < 0) throw new Problem('too-early')
    const meeting = await readMeeting(ctx.db, id)
    const everyone = meeting.participants.map((participant) => participant.id)
    const absent = record.outcome === 'no_show' ? everyone : record.absentPersonIds
    if (absent.some((personId) => !everyone.includes(personId)))
      throw new Problem('invalid-input', {
        fields: [{ pointer: '/absentPersonIds', code: 'choice' }],
      })
    const present = everyone.filter((personId) => !absent.includes(personId))
    await markRecorded(ctx.db, id, record.outcome, ctx.now())
    await markAttendance(ctx.db, id, absent, 'absent')
    await markAttendance(ctx.db, id, present, 'present')
    await recordEvents(
      ctx,
      everyone.map((personId) => ({
        action: 'meeting-recorded',
        municipality: meeting.municipality,
        personId,
        subjectId: id,
      })),
    )
    return meeting.matches.map((match) => match.id)
  })
}
