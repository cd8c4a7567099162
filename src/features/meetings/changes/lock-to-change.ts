import type { Work } from '../../../context.ts'
import { lockPairsOfMeeting } from '../../../db/lock-pairs.ts'
import { Problem } from '../../../problems.ts'
import { type LockedMeeting, lockMeeting } from '../sql.ts'
import { requireUnchanged, shownState } from '../state.ts'

/**
 * Locks the pairs of a planned meeting and the meeting, in the one order. Refuses a meeting that has
 * begun, and one that has changed since its writer saw it.
 */
export async function lockToChange(
  ctx: Work,
  id: string,
  version: number | undefined,
): Promise<LockedMeeting> {
  await lockPairsOfMeeting(ctx.db, id)
  const meeting = await lockMeeting(ctx.db, id)
  requireUnchanged(meeting, { states: ['scheduled'], version }, ctx.now())
  if (Temporal.Instant.compare(meeting.startsAt, ctx.now()) <= 0)
    throw new Problem('state-conflict', { state: shownState(meeting, ctx.now()) })
  return meeting
}
