import { actingAs, type Context, transact, type Work } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { moveMatch } from '../matches/transitions/move-match.ts'
import { leaveMeetings } from '../meetings/leave.ts'
import { recordStep } from './follow-up.ts'
import { requireReader } from './read-concern.ts'
import { lockConcern, markHalted } from './sql.ts'

/** Halts the meetings of the pair that a concern is about. Refuses one about no pair, and a second time. */
export async function haltMeetings(ctx: Context, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await requireReader(ctx)
    const { municipality, matchId, haltedAt, state } = await lockConcern(ctx.db, id)
    if (matchId === null || haltedAt !== null) throw new Problem('state-conflict', { state })
    await haltPair(ctx, matchId)
    await markHalted(ctx.db, id, ctx.now())
    const happenedOn = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
    await recordStep(ctx, { concernId: id, municipality, kind: 'halted', happenedOn })
    await recordEvent(ctx, { action: 'concern-halted', municipality, subjectId: id })
  })
}

/**
 * Pauses a pair and cancels its planned meetings. Both get the ordinary mail, which says neither who
 * asked for it nor why.
 */
export async function haltPair(ctx: Work, matchId: string): Promise<void> {
  const system = actingAs(ctx, { kind: 'system' })
  try {
    await moveMatch(system, matchId, { kind: 'paused', until: null })
  } catch (error) {
    // A pair that is about to end, or has ended, is not paused; it meets no more all the same.
    if (!(error instanceof Problem && error.type === 'state-conflict')) throw error
  }
  // The reason of an ordinary pause: the pair's coordinator need not read concerns.
  await leaveMeetings(system, { matchId }, { reason: 'match_paused' })
}
