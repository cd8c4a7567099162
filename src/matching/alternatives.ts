import { outlineAgain, poolOf } from './kept-pairs.ts'
import { scoreProfiles } from './score.ts'
import type { Pair, ProposalRun, ProposeInput, Score } from './types.ts'

/** Another mentor for a mentee, and what choosing that mentor would cost everyone together. */
export type Alternative = {
  mentor: string
  score: Score
  /**
   * Lower bound on the loss, from the dual prices alone, in the unit of the run's objective. From the
   * mentee's bonus on, somebody else loses a match or a longer wait.
   */
  atLeast: number
  /** The exact loss, from solving again with the pair locked. */
  cost: Cost
}

export type Cost = {
  /** How many fewer are matched, and how many points the total loses (negative: gains). */
  matched: number
  total: number
  /** Pairs of the run that would no longer be proposed, apart from the mentee's own. */
  broken: readonly Pair[]
  /** Mentees who would lose their match. */
  unmatched: readonly string[]
}

/**
 * The best other mentors for a mentee, at most `most`: ordered by the lower bound, then solved exactly with
 * the pair locked. A locked mentee has none. Throws a RangeError for an unknown mentee.
 */
export function alternatives(
  input: ProposeInput,
  run: ProposalRun,
  menteeId: string,
  most = 5,
): Alternative[] {
  const current = run.proposals.find(({ mentee }) => mentee === menteeId)
  if (current?.locked) return []
  const found = possible(input, run, menteeId).filter(({ mentor }) => mentor !== current?.mentor)
  return found.slice(0, most).flatMap((option): Alternative[] => {
    const cost = costOf(input, run, { mentor: option.mentor, mentee: menteeId })
    return cost === null ? [] : [{ ...option, cost }]
  })
}

function possible(input: ProposeInput, run: ProposalRun, menteeId: string) {
  const pool = poolOf(input)
  const mentee = pool.mentees.find((profile) => profile.mentee.id === menteeId)
  if (mentee === undefined) throw new RangeError(`There is no mentee ${menteeId}`)
  const { surplus, bonus } = run.prices.mentees.find(({ id }) => id === menteeId)!
  const vetoed = new Set(
    input.excluded.filter((pair) => pair.mentee === menteeId).map((pair) => pair.mentor),
  )
  const price = new Map(run.prices.mentors.map((mentor) => [mentor.id, mentor.price]))
  return pool.mentors
    .flatMap((mentor) => {
      const { id } = mentor.mentor
      const excluded = vetoed.has(id)
      const found = scoreProfiles(mentor, mentee, { ...pool.context, excluded })
      if (!found.feasible) return []
      const worth = found.score.total + bonus
      const atLeast = Math.max(0, surplus + price.get(id)! - worth)
      return [{ mentor: id, score: found.score, atLeast }]
    })
    .sort((a, b) => a.atLeast - b.atLeast || b.score.total - a.score.total)
}

/** Null when all places of the mentor are taken or locked. */
function costOf(input: ProposeInput, run: ProposalRun, pair: Pair): Cost | null {
  const mentor = input.mentors.find(({ id }) => id === pair.mentor)!
  const taken = input.locked.filter((lock) => lock.mentor === pair.mentor).length + mentor.taken
  if (taken >= mentor.capacity) return null
  const earlier = run.proposals.map(({ mentor, mentee }) => ({ mentor, mentee }))
  const again = outlineAgain(input, { locked: [...input.locked, pair], earlier })
  const now = new Map(again.proposals.map(({ mentor, mentee }) => [mentee, mentor]))
  const others = run.proposals.filter(({ mentee }) => mentee !== pair.mentee)
  return {
    matched: run.matched - again.matched,
    total: run.total - again.total,
    broken: others
      .filter(({ mentor, mentee }) => now.get(mentee) !== mentor)
      .map(({ mentor, mentee }) => ({ mentor, mentee })),
    unmatched: others.filter(({ mentee }) => !now.has(mentee)).map(({ mentee }) => mentee),
  }
}
