import type { Pair, RowSource } from './graph.ts'

export type Objective = 'coverage' | 'score' | 'worst-off'

export interface AssignmentProblem {
  /** The feasible pairs, mentees as bidders. Excluded pairs are simply absent. */
  rows: RowSource
  /** The same pairs with mentors as bidders; with it, scarce mentors bid, which is faster. */
  columns?: RowSource
  /** Free places of each mentor, 0 or more. */
  capacity: Int32Array
  objective: Objective
  /** How long each mentee has waited; all equal when absent. Only the order matters. */
  waitingDays?: Int32Array
  /** Pairs already fixed: in by construction. */
  locked?: readonly Pair[]
  /** The mentor proposed to each mentee in an earlier run, or -1; kept where nothing is lost. */
  earlier?: Int32Array
}

/** A set of people that touches every pair: no matching can be larger than their places. */
export interface Cover {
  mentee: Uint8Array
  mentor: Uint8Array
}

export interface AssignmentSolution {
  objective: Objective
  /** The mentor of each mentee, or -1. */
  mentorOf: Int32Array
  /** The value of each mentee's pair, 0 when unmatched. */
  valueOf: Int32Array
  /**
   * What a place of this mentor is worth: an integer >= 0, and 0 unless the mentor is full. In
   * the unit of value + bonus: under `coverage` and `worst-off` it can be far above MAX_VALUE.
   */
  price: Float64Array
  /** What each mentee's best pair is worth at these prices (with the bonus), never below 0. */
  surplus: Float64Array
  /**
   * What being matched counts for beyond the pair's value: 0 for `score`; `gap` times the rank of
   * the mentee's waiting time for `coverage`; `gap` for `worst-off`.
   */
  bonus: Float64Array
  /** More than any total of values: no sum of values outweighs one step of bonus. */
  gap: number
  matched: number
  /** The sum of the values of all pairs, locked ones included. */
  total: number
  /** The same from the prices alone: no assignment as good in the earlier levels has more. */
  bound: number
  /** The lowest value among the matched that the objective allows; 1 except for `worst-off`. */
  least: number
  /** `worst-off` only: no more can be matched, and not as many with a higher lowest value. */
  covers?: { matched: Cover; least: Cover }
}

/** Best assignment under the objective, with the prices that prove it. */
export function solveAssignment(problem: AssignmentProblem): AssignmentSolution {
  throw new Error(`not yet: ${problem.objective}`)
}
