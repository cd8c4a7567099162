import type { Outcome } from '../../../../matching/what-if.ts'

/** A mentee whose pair a variant changes, with the mentors before and after. */
export interface Move {
  mentee: string
  before: string | undefined
  after: string | undefined
}

/** The mentor who is only described in a variant; people's ids are never such a text. */
export const described = 'described'

/** So many are named for each variant. */
export const mostChangedPairs = 40

/** Those who have a mentor in the variant first. */
export function changedPairsOf({ gone, come }: Outcome['changes']): Move[] {
  const before = new Map(gone.map(({ mentor, mentee }) => [mentee, mentor]))
  const after = new Map(come.map(({ mentor, mentee }) => [mentee, mentor]))
  return [...new Set([...after.keys(), ...before.keys()])].map((mentee) => ({
    mentee,
    before: before.get(mentee),
    after: after.get(mentee),
  }))
}

/** Everybody in these moves who is in the run. */
export function peopleInPairs(moves: readonly Move[]): string[] {
  const ids = moves.flatMap(({ mentee, before, after }) => [mentee, before, after])
  return ids.filter((id) => id !== undefined && id !== described) as string[]
}
