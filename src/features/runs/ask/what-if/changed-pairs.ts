import type { Outcome } from '../../../../matching/what-if.ts'

/** A mentee whose pair a variant changes, with the mentors before and after. */
export interface Move {
  mentee: string
  before: string | undefined
  after: string | undefined
}

/** The id of a variant's described mentor; no person's id is such a text. */
export const described = 'described'

/** The number of changed pairs that are named per variant. */
export const mostChangedPairs = 40

/** Mentees with a mentor in the variant come first. */
export function changedPairsOf({ gone, come }: Outcome['changes']): Move[] {
  const before = new Map(gone.map(({ mentor, mentee }) => [mentee, mentor]))
  const after = new Map(come.map(({ mentor, mentee }) => [mentee, mentor]))
  return [...new Set([...after.keys(), ...before.keys()])].map((mentee) => ({
    mentee,
    before: before.get(mentee),
    after: after.get(mentee),
  }))
}

/** The people of these changes who are in the run. */
export function peopleInPairs(moves: readonly Move[]): string[] {
  const ids = moves.flatMap(({ mentee, before, after }) => [mentee, before, after])
  return ids.filter((id) => id !== undefined && id !== described) as string[]
}
