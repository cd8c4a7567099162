import { morePlaces } from './changes.ts'
import { outline } from './propose.ts'
import type { ProposalRun, ProposeInput } from './types.ts'

/** A mentor whose next place would bring the most, and the gain from solving again with it. */
export type SoughtAfter = {
  mentor: string
  /** Places including the new one. */
  capacity: number
  gain: { matched: number; total: number }
}

/** Mentors solved for, highest price first. */
const MOST_TRIALS = 8

/**
 * Mentors to ask for one more place, at most `most`. A mentor's dual price bounds what the place can bring;
 * the dearest are solved for, and those that gain are returned by exact gain.
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
