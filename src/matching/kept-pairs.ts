/*
 * What stays the same when a run is asked about again: its people as prepared, and who can meet whom.
 *
 * Other weights, another objective and locked pairs change what a pair counts for, or who is settled, but
 * not who can meet whom, and finding that out is most of the work of a run. So it is kept beside the
 * people, for as long as they are.
 */
import { FEW_PAIRS, heldCandidates } from './candidates.ts'
import { throwOnProblems } from './check.ts'
import { indexPeople } from './people-index.ts'
import { indexedTerms, type PairTerms, weighPairs } from './people-pairs.ts'
import { mentorPositions, type Pool, preparePool, reweighPool } from './pool.ts'
import { type Outline, outline, outlineOf, solvePool } from './propose.ts'
import type { ProposeInput, Settings } from './types.ts'

type Ground = { pool: Pool; pairs: PairTerms }

const known = new WeakMap<ProposeInput, Ground>()

/** Null where there are too many pairs to keep them. */
function groundOf(input: ProposeInput): Ground | null {
  if (input.mentors.length * input.mentees.length > FEW_PAIRS) return null
  const found = known.get(input) ?? openGround(input)
  known.set(input, found)
  return found
}

function openGround(input: ProposeInput): Ground {
  const pool = preparePool(input)
  return { pool, pairs: indexedTerms({ index: indexPeople(pool), isLocked: () => false }) }
}

/** The people of an input as prepared, from the last time where they are kept. */
export function poolOf(input: ProposeInput): Pool {
  return groundOf(input)?.pool ?? preparePool(input)
}

/** What may differ while everyone can meet whom they could. */
export type Again = Partial<Pick<Settings, 'weights' | 'objective'>> &
  Partial<Pick<ProposeInput, 'locked' | 'earlier'>>

/**
 * The outline of the same people under other terms: as `outline` gives it, and proved like it. Throws on
 * locks that contradict each other.
 */
export function outlineAgain(input: ProposeInput, { locked, earlier, ...terms }: Again): Outline {
  const settings = { ...input.settings, ...terms }
  const again = { ...input, settings, ...(locked && { locked }), ...(earlier && { earlier }) }
  const ground = groundOf(input)
  if (ground === null) return outline(again)
  throwOnProblems(again)
  const pool = terms.weights ? reweighPool(ground.pool, settings) : ground.pool
  const settled = mentorPositions(pool, again.locked)
  const isLocked = (mentee: number) => settled[mentee] >= 0
  const found = heldCandidates(weighPairs(ground.pairs, pool.mentees, isLocked))
  return outlineOf(solvePool(again, { pool, locked: settled, found }))
}
