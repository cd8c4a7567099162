import { auditFairness, type FairnessAudit } from './fairness.ts'
import { type Again, outlineAgain, poolOf } from './kept-pairs.ts'
import { preparePool } from './pool.ts'
import { daysBetween } from './profile.ts'
import { type Outline, outline } from './propose.ts'
import { totalPoints } from './score.ts'
import type { Mentor, Pair, ProposeInput, Settings } from './types.ts'
import { TERMS } from './weights.ts'

/** The same frozen pool under other terms. What is left out stays as it is. */
export type Variant = {
  name: string
  settings?: Partial<Settings>
  /** Mentors who might join. */
  addMentors?: readonly Mentor[]
  /** Places more than now, for one mentor or for everyone; nobody has more than eight. */
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
    /** The same two in points of the pool as it is, so that other weights can be compared. */
    totalAsNow: number
    lowestAsNow: number | null
    /** Median days waited by mentees who are ready and have no proposal; null when all have one. */
    medianWaitUnmatched: number | null
    longestWaitUnmatched: number | null
  }
  /** For the audit only: by sex, age band and language, small groups hidden. */
  fairness: FairnessAudit
  /** Against the first outcome. */
  changes: {
    same: number
    /** Proposed there and no more here, and the other way round. */
    gone: readonly Pair[]
    come: readonly Pair[]
    nowMatched: readonly string[]
    nowUnmatched: readonly string[]
  }
}

/**
 * Runs side by side over one pool: the first outcome is the pool as it is, then one per variant,
 * each as proved as any other run. Pairs move only where the terms make them: each variant keeps
 * what it can of the first. Under other weights a point means something else, so what a variant
 * proposes is measured with the weights of the pool as well. Nothing is written.
 * @param base the run of this pool by this version, where it is known already
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

/** What a variant changes, where everyone can still meet whom they could. */
function termsOf({ name: _, settings = {}, ...people }: Variant): Again | null {
  const { weights, objective, ...others } = settings
  if (Object.keys(people).length > 0 || Object.keys(others).length > 0) return null
  return { ...(weights && { weights }), ...(objective && { objective }) }
}

/** Asked for with each question about a run, and always the same. */
const known = new WeakMap<Outline, Outcome>()

function baseOutcome(input: ProposeInput, base: Outline): Outcome {
  const found = known.get(base) ?? outcome('', input, base, { base, input })
  known.set(base, found)
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
