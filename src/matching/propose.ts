import { countReasons, feasiblePairs, type Pool } from './candidates.ts'
import { findViolations, graphToCheck } from './certificate.ts'
import { throwOnProblems } from './check.ts'
import { obstacles } from './constraints.ts'
import { graphRows, type PairGraph } from './graph.ts'
import { type AssignmentProblem, type AssignmentSolution, solveAssignment } from './objectives.ts'
import { type Context, menteeProfile, mentorProfile } from './profile.ts'
import { scoreAnyway } from './score.ts'
import type { Pair, Proposal, ProposalRun, ProposeInput, Unmatched } from './types.ts'

/** Raised when scores, constraints or the assignment change what a run would answer. */
export const CORE_VERSION = '1'

/**
 * The best proposals for everyone together, proved: sorts people by id (so that the order of the
 * input means nothing), scores what can meet, solves, and has the certificate checked by code that
 * shares nothing with the solver. Throws on an input without one right answer.
 */
export function propose(input: ProposeInput): ProposalRun {
  throwOnProblems(input)
  return assembleRun(input, solveInput(input))
}

/** People prepared, pairs scored, and the assignment solved and proved; not yet put in words. */
export function solveInput(input: ProposeInput): Solved {
  const pool = preparePool(input)
  const locked = lockedMentors(pool, input.locked)
  const graph = withoutMentees(feasiblePairs(pool), locked)
  const problem: AssignmentProblem = {
    rows: graphRows(graph),
    capacity: freePlaces(pool, locked),
    objective: input.settings.objective,
    waitingDays: Int32Array.from(pool.mentees, (mentee) => mentee.waitingDays),
    earlier: earlierMentors(pool, input.earlier ?? []),
  }
  const solution = solveAssignment(problem)
  failUnlessProved(graph, problem, solution)
  return { pool, locked, solution }
}

/** A run that is not proved best must never reach anyone: it throws, naming what does not check. */
function failUnlessProved(
  graph: PairGraph,
  problem: AssignmentProblem,
  solution: AssignmentSolution,
): void {
  const violations = findViolations(graphToCheck(graph), problem, solution)
  if (violations.length === 0) return
  const details = violations.map(({ rule, detail }) => `${rule}: ${detail}`).join('; ')
  throw new Error(`The assignment is not proved best: ${details}`)
}

/** People in the order of their ids, prepared for many comparisons. */
export function preparePool(input: ProposeInput): Pool {
  const context: Context = { settings: input.settings, today: input.today }
  const mentors = sortedById(input.mentors).map((mentor) => mentorProfile(mentor, context))
  const mentees = sortedById(input.mentees).map((mentee) => menteeProfile(mentee, context))
  const positions = positionsOf(mentors, mentees)
  const excluded = new Map<number, Set<number>>()
  for (const pair of input.excluded) {
    const i = positions.mentor.get(pair.mentor)
    const j = positions.mentee.get(pair.mentee)
    if (i === undefined || j === undefined) continue
    excluded.set(j, (excluded.get(j) ?? new Set()).add(i))
  }
  return { mentors, mentees, excluded, context }
}

/** By code units: the same on every machine, whatever its locale. */
function sortedById<P extends { id: string }>(people: readonly P[]): P[] {
  return [...people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

function positionsOf(mentors: Pool['mentors'], mentees: Pool['mentees']) {
  return {
    mentor: new Map(mentors.map(({ mentor }, i) => [mentor.id, i])),
    mentee: new Map(mentees.map(({ mentee }, j) => [mentee.id, j])),
  }
}

/** The mentor of each mentee in a list of pairs, -1 where there is none. */
function mentorPositions(pool: Pool, pairs: readonly Pair[]): Int32Array {
  const positions = positionsOf(pool.mentors, pool.mentees)
  const found = new Int32Array(pool.mentees.length).fill(-1)
  for (const pair of pairs) {
    const i = positions.mentor.get(pair.mentor)
    const j = positions.mentee.get(pair.mentee)
    if (i !== undefined && j !== undefined) found[j] = i
  }
  return found
}

const lockedMentors = mentorPositions
const earlierMentors = mentorPositions

function freePlaces(pool: Pool, locked: Int32Array): Int32Array {
  const places = Int32Array.from(pool.mentors, (mentor) => mentor.places)
  for (const i of locked) if (i >= 0) places[i] -= 1
  return places
}

/** Locked mentees are settled before the solver starts: their rows are emptied. */
function withoutMentees(graph: PairGraph, locked: Int32Array): PairGraph {
  if (locked.every((i) => i < 0)) return graph
  const start = new Int32Array(graph.start.length)
  const mentor = new Int32Array(graph.mentor.length)
  const value = new Int32Array(graph.value.length)
  let end = 0
  for (let j = 0; j < graph.menteeCount; j++) {
    for (let at = graph.start[j]; at < graph.start[j + 1] && locked[j] < 0; at++) {
      mentor[end] = graph.mentor[at]
      value[end] = graph.value[at]
      end += 1
    }
    start[j + 1] = end
  }
  return { ...graph, start, mentor: mentor.slice(0, end), value: value.slice(0, end) }
}

/** `locked` and `solution.mentorOf` hold mentor positions by mentee position, -1 for none. */
export type Solved = { pool: Pool; locked: Int32Array; solution: AssignmentSolution }

function assembleRun(input: ProposeInput, solved: Solved): ProposalRun {
  const { pool, solution } = solved
  const proposals = listProposals(input, solved)
  const lockedPoints = proposals.reduce((sum, { locked, points }) => sum + (locked ? points : 0), 0)
  return {
    version: CORE_VERSION,
    today: input.today,
    objective: input.settings.objective,
    proposals,
    unmatched: listUnmatched(pool, proposals),
    matched: proposals.length,
    total: solution.total + lockedPoints,
    bound: solution.bound + lockedPoints,
    lowest: proposals.length === 0 ? null : proposals[proposals.length - 1].points,
    proof: 'optimal',
    counts: countPairs(pool),
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

/** Highest points first; ties as in the solver: the longest waiting, then the lower id. */
function listProposals(input: ProposeInput, { pool, locked, solution }: Solved): Proposal[] {
  const earlier = earlierMentors(pool, input.earlier ?? [])
  const found: Omit<Proposal, 'rank'>[] = []
  pool.mentees.forEach((mentee, j) => {
    const isLocked = locked[j] >= 0
    const i = isLocked ? locked[j] : solution.mentorOf[j]
    if (i < 0) return
    const mentor = pool.mentors[i]
    const score = scoreAnyway(mentor, mentee, pool.context)
    found.push({
      mentor: mentor.mentor.id,
      mentee: mentee.mentee.id,
      points: score.total,
      score,
      locked: isLocked,
      kept: earlier[j] === i,
      against: isLocked ? obstacles(mentor, mentee, pool.context) : [],
    })
  })
  const waiting = new Map(pool.mentees.map((m) => [m.mentee.id, m.waitingDays]))
  found.sort(
    (a, b) =>
      b.points - a.points ||
      waiting.get(b.mentee)! - waiting.get(a.mentee)! ||
      (a.mentee < b.mentee ? -1 : 1),
  )
  return found.map((proposal, at) => ({ rank: at + 1, ...proposal }))
}

function listUnmatched(pool: Pool, proposals: readonly Proposal[]): ProposalRun['unmatched'] {
  const mentors = new Set(proposals.map(({ mentor }) => mentor))
  const mentees = new Set(proposals.map(({ mentee }) => mentee))
  const found: { mentors: Unmatched[]; mentees: Unmatched[] } = { mentors: [], mentees: [] }
  pool.mentors.forEach(({ mentor }, i) => {
    if (mentors.has(mentor.id)) return
    const pairs = pool.mentees.map((_, j) => [i, j] as const)
    found.mentors.push({ role: 'mentor', id: mentor.id, ...whyUnmatched(pool, pairs) })
  })
  pool.mentees.forEach(({ mentee }, j) => {
    if (mentees.has(mentee.id)) return
    const pairs = pool.mentors.map((_, i) => [i, j] as const)
    found.mentees.push({ role: 'mentee', id: mentee.id, ...whyUnmatched(pool, pairs) })
  })
  return found
}

function whyUnmatched(pool: Pool, pairs: (readonly [number, number])[]) {
  const counts = countReasons(pool, pairs)
  const why: Unmatched['why'] =
    pairs.length === 0 ? 'no-one' : counts.feasible === 0 ? 'blocked' : 'others-first'
  return { why, ...counts }
}

function countPairs(pool: Pool): ProposalRun['counts'] {
  const pairs = pool.mentees.flatMap((_, j) => pool.mentors.map((_, i) => [i, j] as const))
  const { feasible, reasons } = countReasons(pool, pairs)
  return { pairs: pairs.length, feasible, infeasible: reasons }
}
