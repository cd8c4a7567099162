import type { EnrolmentState, MatchState } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

export interface Pair {
  state: MatchState
  pausedUntil: Temporal.PlainDate | null
  mentorName: string
  mentorState: EnrolmentState
  mentorPausedUntil: Temporal.PlainDate | null
  menteeName: string
  menteeState: EnrolmentState
  menteePausedUntil: Temporal.PlainDate | null
}

/**
 * Refuses pairs that are over or about to be, people who are suspended or left, and either while
 * still paused on the day. Names them: only coordinators plan.
 */
export function requireAbleToMeet(pairs: readonly Pair[], day: Temporal.PlainDate): void {
  for (const pair of pairs) {
    const { mentorName: mentor, menteeName: mentee, state } = pair
    if (state === 'closed' || state === 'closing' || isPaused(state, pair.pausedUntil, day))
      throw refused(state, 'pairStopped', { mentor, mentee })
    requireActive(mentor, pair.mentorState, pair.mentorPausedUntil, day)
    requireActive(mentee, pair.menteeState, pair.menteePausedUntil, day)
  }
}

function requireActive(
  name: string,
  state: EnrolmentState,
  pausedUntil: Temporal.PlainDate | null,
  day: Temporal.PlainDate,
): void {
  if (state === 'suspended' || state === 'left' || isPaused(state, pausedUntil, day))
    throw refused(state, 'personStopped', { name })
}

function isPaused(
  state: string,
  until: Temporal.PlainDate | null,
  day: Temporal.PlainDate,
): boolean {
  const isBack = until !== null && Temporal.PlainDate.compare(until, day) <= 0
  return state === 'paused' && !isBack
}

function refused(
  state: string,
  code: 'pairStopped' | 'personStopped',
  args: Record<string, string>,
): Problem {
  return new Problem('state-conflict', { state, fields: [{ pointer: '/matchIds', code, args }] })
}
