import { morePlaces } from './changes.ts'
import { outline } from './propose.ts'
import type { ProposalRun, ProposeInput } from './types.ts'

/** A mentor whose next place would bring most, and what solving again with it brought. */
export type SoughtAfter = {
  mentor: string
  /** How many the mentor would have in all. */
  capacity: number
  gain: { matched: number; total: number }
}

/** Mentors that are solved for: the prices have ordered them before. */
const MOST_TRIALS = 8

/**
 * Whom to ask to take one more. The price of a mentor is the most that one more place could bring,
 * so the dearest are tried, each by solving again; returned in the order of what they really bring.
 */
export function mostSoughtAfter(input: ProposeInput, run: ProposalRun, most = 3): SoughtAfter[] {
  const price = new Map(run.prices.mentors.map((mentor) => [mentor.id, mentor.price]))
  const tried = input.mentors
    .flatMap((mentor) => {
      const change = morePlaces(mentor)
      if ((price.get(mentor.id) ?? 0) === 0 || change?.code !== 'more-places') return []
      return [{ mentor: mentor.id, capacity: change.capacity }]
    })
    .sort((a, b) => price.get(b.mentor)! - price.get(a.mentor)! || (a.mentor < b.mentor ? -1 : 1))
    .slice(0, MOST_TRIALS)
  return tried
    .map((one) => ({ ...one, gain: gainOf(one, input, run) }))
    .filter(({ gain }) => gain.matched > 0 || gain.total > 0)
    .sort((a, b) => b.gain.matched - a.gain.matched || b.gain.total - a.gain.total)
    .slice(0, most)
}

function gainOf(
  { mentor, capacity }: Omit<SoughtAfter, 'gain'>,
  input: ProposeInput,
  run: ProposalRun,
): SoughtAfter['gain'] {
  const mentors = input.mentors.map((one) => (one.id === mentor ? { ...one, capacity } : one))
  const again = outline({ ...input, mentors })
  return { matched: again.matched - run.matched, total: again.total - run.total }
}
