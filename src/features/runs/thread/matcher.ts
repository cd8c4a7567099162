import { alternatives as findAlternatives } from '../../../matching/alternatives.ts'
import { auditFairness } from '../../../matching/fairness.ts'
import { pairsOf } from '../../../matching/pair-row.ts'
import { type Phase, propose as proposePairs } from '../../../matching/propose.ts'
import { whomToRecruit } from '../../../matching/recruit.ts'
import { mostSoughtAfter } from '../../../matching/sought-after.ts'
import { countPairsPreferringEachOther } from '../../../matching/stability.ts'
import { isCurrent } from '../../../matching/upgrade-stored.ts'
import type { Pair, ProposalRun, ProposeInput, Role } from '../../../matching/types.ts'
import { whatIf as compare, type Variant } from '../../../matching/what-if.ts'
import { whyNot as explainWhyNot } from '../../../matching/why-not.ts'
import type { MessagePort } from 'node:worker_threads'
import { openHelp } from '../../../threads/help.ts'
import { distinctAdvice } from '../ask/distinct-advice.ts'
import { type RunRef, clearRunCache, cachedRun, unmatchedOf } from '../ask/run-cache.ts'

/** The progress of a run: its phase, and the percentage of that if known. */
export type Progress = { phase: Phase; percent: number | null }

// The tasks of the worker threads: each export is a task with one transferable argument. Tasks only
// compute; operations read rows before and write after. A task about a finished run returns
// undefined when the run is not cached.

export function propose(task: {
  input: ProposeInput
  port: MessagePort
  helpers: number
}): ProposalRun {
  const { input, port } = task
  const helpers = openHelp(task.helpers)
  try {
    let at: Progress = { phase: 'prepare', percent: null }
    const tell = (progress: Progress) => {
      at = progress
      port.postMessage(at)
    }
    return proposePairs(input, {
      onPhase: (phase) => tell({ phase, percent: null }),
      onPercent: (percent) => tell({ ...at, percent }),
      help: helpers.help,
    })
  } finally {
    helpers.close()
    port.close()
  }
}

export function proposeSmall(input: ProposeInput): ProposalRun {
  return proposePairs(input)
}

const mostSettled = 50
const mostRecruits = 3

export function explain(task: RunRef & { overridden: string[] }) {
  const cached = cachedRun(task)
  if (cached === undefined) return undefined
  const { input, run, now } = cached
  const firstOf = (pairs: readonly Pair[]) => ({
    count: pairs.length,
    pairs: pairs.slice(0, mostSettled),
  })
  return {
    matched: run.matched,
    total: run.total,
    counts: run.counts,
    isCurrent: isCurrent(run),
    recruits: distinctAdvice(whomToRecruit(input, now, Infinity)).slice(0, mostRecruits),
    soughtAfter: mostSoughtAfter(input, now),
    preferringEachOther: countPairsPreferringEachOther(input, run),
    fairness: auditFairness(input, run, { overridden: task.overridden }),
    settled: { locked: firstOf(input.locked), excluded: firstOf(input.excluded) },
  }
}

/** One page of people without a proposal, mentees before mentors. */
export function whyNot(task: RunRef & { page: number; peopleAtOnce: number }) {
  const cached = cachedRun(task)
  if (cached === undefined) return undefined
  const { input, run, now } = cached
  const unmatched = unmatchedOf(run)
  const { page, peopleAtOnce } = task
  const asked = unmatched.slice((page - 1) * peopleAtOnce, page * peopleAtOnce)
  return {
    ...{ page, pages: Math.max(1, Math.ceil(unmatched.length / peopleAtOnce)) },
    count: unmatched.length,
    people: asked.map((person) => explainWhyNot(input, now, person)),
  }
}

export function alternatives(task: RunRef & { mentee: string }) {
  const cached = cachedRun(task)
  return cached && findAlternatives(cached.input, cached.now, task.mentee)
}

/** One page of a person's pairs, or the only one with another; null for a person not in the run. */
export function pairs(
  task: RunRef & {
    person: { role: Role; id: string }
    other: string | undefined
    page: number
    pairsAtOnce: number
  },
) {
  const cached = cachedRun(task)
  if (cached === undefined) return undefined
  const { input, run } = cached
  const { role, id } = task.person
  const [side, others] =
    role === 'mentor' ? ([input.mentors, 'mentee'] as const) : ([input.mentees, 'mentor'] as const)
  if (!side.some((one) => one.id === id)) return null
  const found = pairsOf(input, run, task.person).filter(
    (pair) => task.other === undefined || pair[others] === task.other,
  )
  const pages = Math.max(1, Math.ceil(found.length / task.pairsAtOnce))
  const page = Math.min(pages, task.page)
  return {
    ...{ page, count: found.length, isCurrent: isCurrent(run) },
    pairs: found.slice((page - 1) * task.pairsAtOnce, page * task.pairsAtOnce),
  }
}

/** The weights of a run, and the mentors whose places are all in demand, the most wanted first. */
export function wanted(task: RunRef & { most: number }) {
  const cached = cachedRun(task)
  if (cached === undefined) return undefined
  const dearest = cached.run.prices.mentors
    .filter(({ price }) => price > 0)
    .toSorted((a, b) => b.price - a.price)
    .slice(0, task.most)
  return { weights: cached.input.settings.weights, dearest: dearest.map(({ id }) => id) }
}

export function people(task: RunRef) {
  const cached = cachedRun(task)
  const idsOf = (side: readonly { id: string }[]) => side.map(({ id }) => id)
  return cached && { mentor: idsOf(cached.input.mentors), mentee: idsOf(cached.input.mentees) }
}

/** Outcomes without their runs: only figures and changes are shown. */
export function whatIf(task: RunRef & { variants: Variant[] }) {
  const cached = cachedRun(task)
  return (
    cached &&
    compare(cached.input, task.variants, cached.now).map(({ run: _, ...outcome }) => outcome)
  )
}

export function forget(): void {
  clearRunCache()
}
