import { alternatives as findAlternatives } from '../../matching/alternatives.ts'
import { auditFairness } from '../../matching/fairness.ts'
import { pairsOf } from '../../matching/pair-row.ts'
import { presentRun } from '../../matching/present.ts'
import { type Phase, propose as proposePairs } from '../../matching/propose.ts'
import { whomToRecruit } from '../../matching/recruit.ts'
import { mostSoughtAfter } from '../../matching/sought-after.ts'
import { countPairsPreferringEachOther } from '../../matching/stability.ts'
import type { ProposalRun, ProposeInput, Role } from '../../matching/types.ts'
import { whatIf as compare, type Variant } from '../../matching/what-if.ts'
import { whyNot as explainWhyNot } from '../../matching/why-not.ts'
import type { MessagePort } from 'node:worker_threads'

/** How far a run is: its phase, and how much of that where it can tell. */
export type Progress = { phase: Phase; percent: number | null }

// What the worker thread does: each export is one task, with one argument that can be sent there.
// It only computes; rows are read before and written after, by operations.

export function propose(task: { input: ProposeInput; port: MessagePort }): ProposalRun {
  const { input, port } = task
  try {
    let at: Progress = { phase: 'prepare', percent: null }
    const tell = (progress: Progress) => {
      at = progress
      port.postMessage(at)
    }
    return proposePairs(input, {
      onPhase: (phase) => tell({ phase, percent: null }),
      onPercent: (percent) => tell({ ...at, percent }),
    })
  } finally {
    port.close()
  }
}

export function explain(task: { input: ProposeInput; run: ProposalRun; overridden: string[] }) {
  const { input, run, overridden } = task
  const now = presentRun(input, run)
  return {
    recruits: whomToRecruit(input, now),
    soughtAfter: mostSoughtAfter(input, now),
    preferringEachOther: countPairsPreferringEachOther(input, run),
    fairness: auditFairness(input, run, { overridden }),
  }
}

export function whyNot(task: {
  input: ProposeInput
  run: ProposalRun
  people: { role: Role; id: string }[]
}) {
  const now = presentRun(task.input, task.run)
  return task.people.map((person) => explainWhyNot(task.input, now, person))
}

export function alternatives(task: { input: ProposeInput; run: ProposalRun; mentee: string }) {
  return findAlternatives(task.input, presentRun(task.input, task.run), task.mentee)
}

export function pairs(task: {
  input: ProposeInput
  run: ProposalRun
  person: { role: Role; id: string }
}) {
  return pairsOf(task.input, task.run, task.person)
}

export function whatIf(task: { input: ProposeInput; variants: Variant[] }) {
  return compare(task.input, task.variants)
}
