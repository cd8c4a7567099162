import { auditFairness, type FairnessAudit } from './fairness.ts'
import { type ChangedTerms, outlineAgain, poolOf } from './kept-pairs.ts'
import { preparePool } from './pool.ts'
import { daysBetween } from './profile.ts'
import { type Outline, outline } from './propose.ts'
import { totalPoints } from './score.ts'
import type { Mentor, Pair, ProposeInput, Settings } from './types.ts'
import { TERMS } from './weights.ts'

/** Changes to a stored pool. Fields left out stay as they are. */
export type Variant = {
  name: string
  settings?: Partial<Settings>
  /** Mentors who might join. */
  addMentors?: readonly Mentor[]
  /** Additional places for one mentor or for all, up to eight in total. */
  morePlaces?: { mentor: string | 'all'; places: number }
  excluded?: readonly Pair[]
  locked?: readonly Pair[]
}

export type Outcome = {
  name: string
  run: Outline
  figures: {
    matched: number
    unmatched: number
    total: number
    lowest: number | null
    /** `total` and `lowest` in points under the original weights, so that other weights can be compared. */
    totalAsNow: number
    lowestAsNow: number | null
    /** Median days waited by mentees who are ready and have no proposal; null when all have one. */
    medianWaitUnmatched: number | null
    longestWaitUnmatched: number | null
  }
  /** By sex, age band and language, small groups hidden. For the audit only. */
  fairness: FairnessAudit
  /** Compared with the first outcome. */
  changes: {
    same: number
    /** Pairs of the first outcome that are missing here, and pairs that are new. */
    gone: readonly Pair[]
    come: readonly Pair[]
    nowMatched: readonly string[]
    nowUnmatched: readonly string[]
  }
}

/**
 * Outcomes side by side: the pool as it is, then one per variant, each proved. Each variant keeps pairs of
 * the first outcome where nothing is lost. Nothing is stored.
 * @param base the outline of this pool by this version, if known
 */
export function whatIf(
  input: ProposeInput,
  variants: readonly Variant[],
  base: Outline = outline(input),
): Outcome[] {
  const earlier = base.proposals.map(pairOf)
  return [
    baseOutcome(input, base),
    ...variants.map((variant) => {
      const changed = { ...withVariant(input, variant), earlier }
      const again = termsOf(variant)
      const run = again ? outlineAgain(input, { ...again, earlier }) : outline(changed)
      return outcome(variant.name, changed, run, { base, input })
    }),
  ]
}

/** The variant's changed terms; null if it changes which pairs are feasible. */
function termsOf({ name: _, settings = {}, ...people }: Variant): ChangedTerms | null {
  const { weights, objective, ...others } = settings
  if (Object.keys(people).length > 0 || Object.keys(others).length > 0) return null
  return { ...(weights && { weights }), ...(objective && { objective }) }
}

/** Cached, as every request about a run needs it. */
const baseOutcomes = new WeakMap<Outline, Outcome>()

function baseOutcome(input: ProposeInput, base: Outline): Outcome {
  const found = baseOutcomes.get(base) ?? outcome('', input, base, { base, input })
  baseOutcomes.set(base, found)
  return found
}

function withVariant(input: ProposeInput, variant: Variant): ProposeInput {
  const { addMentors = [] } = variant
  const mentors = withMorePlaces(input.mentors, variant)
  return {
    ...input,
    mentors: addMentors.length === 0 ? mentors : [...mentors, ...addMentors],
    excluded: [...input.excluded, ...(variant.excluded ?? [])],
    locked: [...input.locked, ...(variant.locked ?? [])],
    settings: { ...input.settings, ...variant.settings },
  }
}

const MOST_PLACES = 8

function withMorePlaces(mentors: readonly Mentor[], { morePlaces }: Variant): readonly Mentor[] {
  if (morePlaces === undefined) return mentors
  return mentors.map((mentor) => {
    if (morePlaces.mentor !== 'all' && morePlaces.mentor !== mentor.id) return mentor
    return { ...mentor, capacity: Math.min(MOST_PLACES, mentor.capacity + morePlaces.places) }
  })
}

function outcome(
  name: string,
  input: ProposeInput,
  run: Outline,
  now: { base: Outline; input: ProposeInput },
): Outcome {
  const ready = input.mentees.filter(
    ({ readySince }) => readySince !== null && readySince <= input.today,
  )
  const isMatched = new Set(run.proposals.map(({ mentee }) => mentee))
  const waits = ready
    .filter(({ id }) => !isMatched.has(id))
    .map(({ readySince }) => daysBetween(readySince!, input.today))
    .sort((a, b) => a - b)
  return {
    name,
    run,
    figures: {
      matched: run.matched,
      unmatched: waits.length,
      total: run.total,
      lowest: run.lowest,
      ...asNow(input, run, now.input),
      medianWaitUnmatched:
        waits.length === 0
          ? null
          : (waits[Math.floor((waits.length - 1) / 2)] + waits[Math.floor(waits.length / 2)]) / 2,
      longestWaitUnmatched: waits.at(-1) ?? null,
    },
    fairness: auditFairness(input, run, {}),
    changes: changesBetween(now.base, run),
  }
}

function asNow(input: ProposeInput, run: Outline, now: ProposeInput) {
  const { settings } = now
  const isSame = TERMS.every((term) => input.settings.weights[term] === settings.weights[term])
  if (isSame) return { totalAsNow: run.total, lowestAsNow: run.lowest }
  const pool = input.mentors === now.mentors ? poolOf(now) : preparePool({ ...input, settings })
  const { mentor: mentorAt, mentee: menteeAt } = pool.positions()
  const points = run.proposals.map(({ mentor, mentee }) =>
    totalPoints(
      pool.mentors[mentorAt.get(mentor)!],
      pool.mentees[menteeAt.get(mentee)!],
      pool.context,
    ),
  )
  return {
    totalAsNow: points.reduce((sum, one) => sum + one, 0),
    lowestAsNow: points.length === 0 ? null : points.reduce((a, b) => Math.min(a, b)),
  }
}

function changesBetween(base: Outline, run: Outline): Outcome['changes'] {
  const before = new Map(base.proposals.map(({ mentor, mentee }) => [mentee, mentor]))
  const after = new Map(run.proposals.map(({ mentor, mentee }) => [mentee, mentor]))
  const gone = base.proposals.filter(({ mentor, mentee }) => after.get(mentee) !== mentor)
  const come = run.proposals.filter(({ mentor, mentee }) => before.get(mentee) !== mentor)
  return {
    same: run.proposals.length - come.length,
    gone: gone.map(pairOf),
    come: come.map(pairOf),
    nowMatched: come.filter(({ mentee }) => !before.has(mentee)).map(({ mentee }) => mentee),
    nowUnmatched: gone.filter(({ mentee }) => !after.has(mentee)).map(({ mentee }) => mentee),
  }
}

function pairOf({ mentor, mentee }: Pair): Pair {
  return { mentor, mentee }
}
