import type { MeetingState } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

export const shownStates = [
  'scheduled',
  'unreported',
  'held',
  'no_show',
  'cancelled',
] as const satisfies readonly (MeetingState | 'unreported')[]
export type ShownState = (typeof shownStates)[number]

/** A meeting that is over and not recorded is unreported: nobody has said whether it was held. */
export function shownState(
  { state, endsAt }: { state: MeetingState; endsAt: Temporal.Instant },
  now: Temporal.Instant,
): ShownState {
  const isOver = Temporal.Instant.compare(endsAt, now) <= 0
  return state === 'scheduled' && isOver ? 'unreported' : state
}

/** Refuses to change a meeting in another state, or one that has changed since its writer saw it. */
export function requireUnchanged(
  meeting: { state: MeetingState; version: number; endsAt: Temporal.Instant },
  seen: { states: readonly MeetingState[]; version: number | undefined },
  now: Temporal.Instant,
): void {
  const state = shownState(meeting, now)
  if (!seen.states.includes(meeting.state)) throw new Problem('state-conflict', { state })
  if (seen.version !== undefined && seen.version !== meeting.version)
    throw new Problem('stale', { state })
}
