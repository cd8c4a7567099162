import type { EnrolmentState, MatchState } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

interface Pair {
  state: MatchState
  mentorState: EnrolmentState
  mentorPausedUntil: Temporal.PlainDate | null
  menteeState: EnrolmentState
  menteePausedUntil: Temporal.PlainDate | null
}

/** Refuses pairs that are over, and people who are suspended or left, or still paused on the day. */
export function requireAbleToMeet(pairs: readonly Pair[], day: Temporal.PlainDate): void {
  for (const pair of pairs) {
    if (pair.state === 'closed') throw new Problem('state-conflict', { state: pair.state })
    requireActive(pair.mentorState, pair.mentorPausedUntil, day)
    requireActive(pair.menteeState, pair.menteePausedUntil, day)
  }
}

function requireActive(
  state: EnrolmentState,
  pausedUntil: Temporal.PlainDate | null,
  day: Temporal.PlainDate,
): void {
  const isBack = pausedUntil !== null && Temporal.PlainDate.compare(pausedUntil, day) <= 0
  const isAway = state === 'suspended' || state === 'left' || (state === 'paused' && !isBack)
  if (isAway) throw new Problem('state-conflict', { state })
}
