import type { Attendance } from '../../../db/types.ts'

/** A pair of a meeting, and who of the two was there. */
export interface PairPresence {
  matchId: string
  mentor: Attendance | null
  mentee: Attendance | null
}

/** Attendance decides: a meeting was held when both of at least one pair were present. */
export function outcomeOf(pairs: readonly PairPresence[]): 'held' | 'no_show' {
  return pairs.some(wereBothPresent) ? 'held' : 'no_show'
}

function wereBothPresent({ mentor, mentee }: PairPresence): boolean {
  return mentor === 'present' && mentee === 'present'
}
