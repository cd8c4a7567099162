import { alternatives as findAlternatives } from '../../matching/alternatives.ts'
import { auditFairness } from '../../matching/fairness.ts'
import { pairsOf } from '../../matching/pair-row.ts'
import { type Phase, propose as proposePairs } from '../../matching/propose.ts'
import { whomToRecruit } from '../../matching/recruit.ts'
import { mostSoughtAfter } from '../../matching/sought-after.ts'
import { countPairsPreferringEachOther } from '../../matching/stability.ts'
import type { ProposalRun, ProposeInput, Role } from '../../matching/types.ts'
import { whatIf as compare, type Variant } from '../../matching/what-if.ts'
import { whyNot as explainWhyNot } from '../../matching/why-not.ts'
import type { MessagePort } from 'node:worker_threads'
import { type About, forgetFrozen, frozenOf } from './frozen.ts'

/** How far a run is: its phase, and how much of that where it can tell. */
export type Progress = { phase: Phase; percent: number | null }

// What the worker threads do: each export is one task, with one argument that can be sent there.
// They only compute; rows are read before and written after, by operations. What is asked about a
// finished run answers undefined where the thread needs its people first.

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

export function explain(task: About & { overridden: string[] }) {
  const about = frozenOf(task)
  if (about === undefined) return undefined
  const { input, run, now } = about
  return {
    recruits: whomToRecruit(input, now),
    soughtAfter: mostSoughtAfter(input, now),
    preferringEachOther: countPairsPreferringEachOther(input, run),
    fairness: auditFairness(input, run, { overridden: task.overridden }),
  }
}

export function whyNot(task: About & { people: { role: Role; id: string }[] }) {
  const about = frozenOf(task)
  return about && task.people.map((person) => explainWhyNot(about.input, about.now, person))
}

export function alternatives(task: About & { mentee: string }) {
  const about = frozenOf(task)
  return about && findAlternatives(about.input, about.now, task.mentee)
}

export function pairs(task: About & { person: { role: Role; id: string } }) {
  const about = frozenOf(task)
  return about && pairsOf(about.input, about.run, task.person)
}

/** Without the runs themselves: nobody is shown more of them than their figures and changes. */
export function whatIf(task: About & { variants: Variant[] }) {
  const about = frozenOf(task)
  return (
    about && compare(about.input, task.variants, about.now).map(({ run: _, ...outcome }) => outcome)
  )
}

export function forget(): void {
  forgetFrozen()
}
