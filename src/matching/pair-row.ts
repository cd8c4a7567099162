import { pairKey } from './check.ts'
import { preparePool } from './pool.ts'
import { scoreProfiles } from './score.ts'
import type { PairResult, Proposal, ProposalRun, ProposeInput, Role } from './types.ts'

/** One pair of a run. A proposed pair keeps its stored score; all others are scored now. */
export type PairSeen = {
  mentor: string
  mentee: string
  result: PairResult
  /** The stored proposal; null where the pair was not proposed. */
  proposal: Proposal | null
}

/**
 * All pairs of one person of the run: proposed first, then feasible pairs by score, then the rest by number
 * of reasons against them.
 */
export function pairsOf(
  input: ProposeInput,
  run: ProposalRun,
  { role, id }: { role: Role; id: string },
): PairSeen[] {
  const pool = preparePool(input)
  const mentors = role === 'mentor' ? pool.mentors.filter((p) => p.mentor.id === id) : pool.mentors
  const mentees = role === 'mentee' ? pool.mentees.filter((p) => p.mentee.id === id) : pool.mentees
  const vetoed = new Set(input.excluded.filter((pair) => pair[role] === id).map(pairKey))
  const proposed = new Map(run.proposals.map((proposal) => [pairKey(proposal), proposal]))
  const pairs = mentees.flatMap((mentee) =>
    mentors.map((mentor): PairSeen => {
      const pair = { mentor: mentor.mentor.id, mentee: mentee.mentee.id }
      const excluded = vetoed.has(pairKey(pair))
      const proposal = proposed.get(pairKey(pair)) ?? null
      const result =
        proposal === null
          ? scoreProfiles(mentor, mentee, { ...pool.context, excluded })
          : ({ feasible: true, score: proposal.score } as const)
      return { ...pair, result, proposal }
    }),
  )
  const other = role === 'mentee' ? 'mentor' : 'mentee'
  return pairs.sort((a, b) => orderOf(b) - orderOf(a) || (a[other] < b[other] ? -1 : 1))
}

function orderOf({ result, proposal }: PairSeen): number {
  if (proposal !== null) return 2_000_000
  return result.feasible ? result.score.total : -result.reasons.length
}
