/*
 * Caches the prepared people and the feasible pairs of an input for as long as the input lives. Other
 * weights, another objective or locked pairs change what a pair counts for, but not which pairs are
 * feasible, and finding those is most of the work of a run.
 */
import { FEW_PAIRS, heldCandidates } from './candidates.ts'
import { throwOnProblems } from './check.ts'
import { indexPeople } from './people-index.ts'
import { indexedTerms, type PairTerms, weighPairs } from './people-pairs.ts'
import { mentorPositions, type Pool, preparePool, reweighPool } from './pool.ts'
import { type Outline, outline, outlineOf, solvePool } from './propose.ts'
import type { ProposeInput, Settings } from './types.ts'

type KeptPairs = { pool: Pool; pairs: PairTerms }

const keptByInput = new WeakMap<ProposeInput, KeptPairs>()

/** Null where there are too many pairs to cache. */
function keptPairsOf(input: ProposeInput): KeptPairs | null {
  if (input.mentors.length * input.mentees.length > FEW_PAIRS) return null
  const found = keptByInput.get(input) ?? findPairs(input)
  keptByInput.set(input, found)
  return found
}

function findPairs(input: ProposeInput): KeptPairs {
  const pool = preparePool(input)
  return { pool, pairs: indexedTerms({ index: indexPeople(pool), isLocked: () => false }) }
}

/** The prepared people of an input, from the cache where possible. */
export function poolOf(input: ProposeInput): Pool {
  return keptPairsOf(input)?.pool ?? preparePool(input)
}

/** Changes that leave the feasible pairs as they are. */
export type ChangedTerms = Partial<Pick<Settings, 'weights' | 'objective'>> &
  Partial<Pick<ProposeInput, 'locked' | 'earlier'>>

/** As `outline` under changed terms. Throws a RangeError on locks that contradict each other. */
export function outlineAgain(
  input: ProposeInput,
  { locked, earlier, ...terms }: ChangedTerms,
): Outline {
  const settings = { ...input.settings, ...terms }
  const again = { ...input, settings, ...(locked && { locked }), ...(earlier && { earlier }) }
  const kept = keptPairsOf(input)
  if (kept === null) return outline(again)
  throwOnProblems(again)
  const pool = terms.weights ? reweighPool(kept.pool, settings) : kept.pool
  const settled = mentorPositions(pool, again.locked)
  const isLocked = (mentee: number) => settled[mentee] >= 0
  const found = heldCandidates(weighPairs(kept.pairs, pool.mentees, isLocked))
  return outlineOf(solvePool(again, { pool, locked: settled, found }))
}
