import { type Candidates, candidates, holdsPairs } from './candidates.ts'
import { findViolations } from './certificate.ts'
import { throwOnProblems } from './check.ts'
import { obstacles } from './constraints.ts'
import { type AssignmentProblem, type AssignmentSolution, solveAssignment } from './objectives.ts'
import { type Tally, tallyReasons } from './people-counts.ts'
import { indexPeople, type PeopleIndex } from './people-index.ts'
import type { Help } from './people-work.ts'
import { mentorPositions, type Pool, preparePool } from './pool.ts'
import { withProgress } from './progress.ts'
import { scoreAnyway, totalPoints } from './score.ts'
import type { Pair, Proposal, ProposalRun, ProposeInput, Role, Unmatched } from './types.ts'

/** Increased whenever a change to scores, constraints or objectives can change the result of a run. */
export const CORE_VERSION = '2'

/** The phases of a run, in order. */
export type Phase = 'prepare' | 'score' | 'solve' | 'verify' | 'count'

export type ProposeOptions = {
  /** Called at the start of each phase. */
  onPhase?: (phase: Phase) => void
  /** Called for each whole percent of a phase; some phases report none. */
  onPercent?: (percent: number) => void
  /** Sends a share of the work to worker threads; the result is byte-identical without them. */
  help?: Help
}

/**
 * The best proposals for everyone together, proved optimal. Sorts people by id (so the order of the input
 * has no effect), finds the feasible pairs, solves, and has the certificate checked by code independent of
 * the solver. Throws a RangeError that lists the problems of an invalid input.
 */
export function propose(input: ProposeInput, options: ProposeOptions = {}): ProposalRun {
  const solved = solveInput(input, options)
  options.onPhase?.('count')
  return assembleRun(input, solved)
}

/** The result of a run without scores by part, prices and reasons. */
export type Outline = Pick<ProposalRun, 'matched' | 'total' | 'lowest'> & {
  proposals: readonly (Pair & { points: number })[]
}

/** As `propose` and proved like it, but only the outline: explaining the pairs takes longer than solving. */
export function outline(input: ProposeInput, options: ProposeOptions = {}): Outline {
  return outlineOf(solveInput(input, options))
}

export function outlineOf(solved: Solved): Outline {
  const proposals = rankedPairs(solved).map(({ i, j, points }) => {
    const { mentor } = solved.pool.mentors[i]
    const { mentee } = solved.pool.mentees[j]
    return { mentor: mentor.id, mentee: mentee.id, points }
  })
  return {
    proposals,
    matched: proposals.length,
    total: proposals.reduce((sum, { points }) => sum + points, 0),
    lowest: proposals.at(-1)?.points ?? null,
  }
}

/** Everything up to the proved solution. */
function solveInput(
  input: ProposeInput,
  options: ProposeOptions = {},
): Solved & { index: PeopleIndex } {
  const { onPhase, onPercent, help } = options
  if (!holdsPairs(input)) help?.({ kind: 'begin' })
  throwOnProblems(input)
  onPhase?.('prepare')
  const pool = preparePool(input)
  const locked = mentorPositions(pool, input.locked)
  onPhase?.('score')
  const index = indexPeople(pool)
  const isLocked = (mentee: number) => locked[mentee] >= 0
  const found = candidates(input, index, { isLocked, help, onPercent })
  return { index, ...solvePool(input, { pool, locked, found }, options) }
}

/**
 * Solves and proves a pool whose feasible pairs are known.
 * @param people.locked mentor position by mentee position; -1 where not locked
 */
export function solvePool(
  input: ProposeInput,
  { pool, locked, found }: { pool: Pool; locked: Int32Array; found: Candidates },
  { onPhase, onPercent }: ProposeOptions = {},
): Solved {
  onPhase?.('solve')
  const problem = assignmentProblem(input, pool, locked, found)
  // With first rows few bidders ask again, so their number is no measure of progress.
  const rows = found.rows.first ? found.rows : withProgress(found.rows, onPercent)
  const solution = solveAssignment({ ...problem, rows })
  onPhase?.('verify')
  failUnlessProved(found, problem, solution)
  return { pool, locked, solution }
}

/** Locked pairs are removed: the mentee has no row, and the mentor one place less. */
function assignmentProblem(
  input: ProposeInput,
  pool: Pool,
  locked: Int32Array,
  { rows, columns }: Candidates,
): AssignmentProblem {
  const capacity = Int32Array.from(pool.mentors, (mentor) => mentor.places)
  for (const i of locked) if (i >= 0) capacity[i] -= 1
  return {
    rows,
    capacity,
    objective: input.settings.objective,
    waitingDays: Int32Array.from(pool.mentees, (mentee) => mentee.waitingDays),
    earlier: mentorPositions(pool, input.earlier ?? []),
    ...(columns && { columns }),
  }
}

/** Throws an error with the violations unless the solution is proved optimal. */
function failUnlessProved(
  { toCheck }: Candidates,
  problem: AssignmentProblem,
  solution: AssignmentSolution,
): void {
  const violations = findViolations(toCheck, problem, solution)
  if (violations.length === 0) return
  const details = violations.map(({ rule, detail }) => `${rule}: ${detail}`).join('; ')
  throw new Error(`The assignment is not proved best: ${details}`)
}

/** `locked` and `solution.mentorOf` hold mentor positions by mentee position, -1 for none. */
type Solved = {
  pool: Pool
  locked: Int32Array
  solution: AssignmentSolution
}

function assembleRun(input: ProposeInput, solved: Solved & { index: PeopleIndex }): ProposalRun {
  const { pool, index, solution } = solved
  const proposals = listProposals(input, solved)
  const left = unmatchedPositions(pool, proposals)
  const tallies = tallyReasons(pool, index, left)
  const lockedPoints = proposals.reduce((sum, { locked, points }) => sum + (locked ? points : 0), 0)
  return {
    version: CORE_VERSION,
    today: input.today,
    objective: input.settings.objective,
    proposals,
    unmatched: {
      mentors: left.mentors.map((i) =>
        unmatched(
          'mentor',
          pool.mentors[i].mentor.id,
          pool.mentees.length,
          tallies.mentors.get(i)!,
        ),
      ),
      mentees: left.mentees.map((j) =>
        unmatched(
          'mentee',
          pool.mentees[j].mentee.id,
          pool.mentors.length,
          tallies.mentees.get(j)!,
        ),
      ),
    },
    matched: proposals.length,
    total: solution.total + lockedPoints,
    bound: solution.bound + lockedPoints,
    lowest: proposals.length === 0 ? null : proposals[proposals.length - 1].points,
    proof: 'optimal',
    counts: {
      pairs: pool.mentors.length * pool.mentees.length,
      feasible: tallies.all.feasible,
      infeasible: tallies.all.reasons,
    },
    prices: {
      mentors: pool.mentors.map(({ mentor }, i) => ({ id: mentor.id, price: solution.price[i] })),
      mentees: pool.mentees.map(({ mentee }, j) => ({
        id: mentee.id,
        surplus: solution.surplus[j],
        bonus: solution.bonus[j],
      })),
    },
  }
}

/**
 * Positions and points of every proposed pair, highest points first; ties as in the solver: longest wait,
 * then lower id. A locked pair is scored as if no constraint closed it.
 */
function rankedPairs({
  pool,
  locked,
  solution,
}: Solved): { i: number; j: number; points: number }[] {
  const { mentors, mentees, context } = pool
  const found: { i: number; j: number; points: number }[] = []
  for (let j = 0; j < mentees.length; j++) {
    const isLocked = locked[j] >= 0
    const i = isLocked ? locked[j] : solution.mentorOf[j]
    if (i < 0) continue
    const points = isLocked ? totalPoints(mentors[i], mentees[j], context) : solution.pairValue[j]
    found.push({ i, j, points })
  }
  // Positions are in order of id.
  return found.sort(
    (a, b) =>
      b.points - a.points || mentees[b.j].waitingDays - mentees[a.j].waitingDays || a.j - b.j,
  )
}

function listProposals(input: ProposeInput, solved: Solved): Proposal[] {
  const { mentors, mentees, context } = solved.pool
  const earlier = mentorPositions(solved.pool, input.earlier ?? [])
  return rankedPairs(solved).map(({ i, j, points }, at) => {
    const [mentor, mentee] = [mentors[i], mentees[j]]
    const isLocked = solved.locked[j] >= 0
    const score = scoreAnyway(mentor, mentee, context)
    const against = obstacles(mentor, mentee, context)
    // The points came from the index; this check recomputes the pair without it.
    if (!isLocked && (score.total !== points || against.length > 0)) {
      const reasons = against.map(({ code }) => code).join(', ')
      throw new Error(`A proposal of ${points} scores ${score.total} (${reasons || 'open'})`)
    }
    return {
      rank: at + 1,
      mentor: mentor.mentor.id,
      mentee: mentee.mentee.id,
      points,
      score,
      locked: isLocked,
      kept: earlier[j] === i,
      against,
    }
  })
}

function unmatchedPositions(pool: Pool, proposals: readonly Proposal[]) {
  const mentors = new Set(proposals.map(({ mentor }) => mentor))
  const mentees = new Set(proposals.map(({ mentee }) => mentee))
  return {
    mentors: [...pool.mentors.keys()].filter((i) => !mentors.has(pool.mentors[i].mentor.id)),
    mentees: [...pool.mentees.keys()].filter((j) => !mentees.has(pool.mentees[j].mentee.id)),
  }
}

function unmatched(role: Role, id: string, others: number, tally: Tally): Unmatched {
  if (others === 0) return { role, id, why: 'no-one', feasible: 0, reasons: [] }
  const why = tally.feasible === 0 ? 'blocked' : 'others-first'
  return { role, id, why, ...tally }
}
