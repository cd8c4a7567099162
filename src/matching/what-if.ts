import { auditFairness, type FairnessAudit } from './fairness.ts'
import { daysBetween } from './profile.ts'
import { propose } from './propose.ts'
import type { Mentor, Pair, ProposalRun, ProposeInput, Settings } from './types.ts'

/** The same frozen pool under other terms. What is left out stays as it is. */
export type Variant = {
  name: string
  settings?: Partial<Settings>
  /** Mentors who might join. */
  addMentors?: readonly Mentor[]
  excluded?: readonly Pair[]
  locked?: readonly Pair[]
}

export type Outcome = {
  name: string
  run: ProposalRun
  figures: {
    matched: number
    unmatched: number
    total: number
    lowest: number | null
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
 * what it can of the first. Totals are comparable where the weights are the same; under other
 * weights a point means something else, and the pairs that move tell more. Nothing is written.
 */
export function whatIf(input: ProposeInput, variants: readonly Variant[]): Outcome[] {
  const base = propose(input)
  const earlier = base.proposals.map(pairOf)
  return [
    outcome('', input, base, base),
    ...variants.map((variant) => {
      const changed = { ...withVariant(input, variant), earlier }
      return outcome(variant.name, changed, propose(changed), base)
    }),
  ]
}

function withVariant(input: ProposeInput, variant: Variant): ProposeInput {
  return {
    ...input,
    mentors: [...input.mentors, ...(variant.addMentors ?? [])],
    excluded: [...input.excluded, ...(variant.excluded ?? [])],
    locked: [...input.locked, ...(variant.locked ?? [])],
    settings: { ...input.settings, ...variant.settings },
  }
}

function outcome(name: string, input: ProposeInput, run: ProposalRun, base: ProposalRun): Outcome {
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
      medianWaitUnmatched:
        waits.length === 0
          ? null
          : (waits[Math.floor((waits.length - 1) / 2)] + waits[Math.floor(waits.length / 2)]) / 2,
      longestWaitUnmatched: waits.at(-1) ?? null,
    },
    fairness: auditFairness(input, run, {}),
    changes: changesBetween(base, run),
  }
}

function changesBetween(base: ProposalRun, run: ProposalRun): Outcome['changes'] {
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
