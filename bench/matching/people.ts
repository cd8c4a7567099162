/*
 * From people to proved proposals, phase by phase, in a fresh process:
 *
 *   node bench/matching/people.ts [mentors] [mentees] [--count] [--objective score]
 *
 * Prints one line of JSON: seconds by phase, the result, and the most memory ever used. Counting
 * what closes the pairs that are not proposed is only done with --count.
 */
import { parseArgs } from 'node:util'
import { type Phase, propose } from '../../src/matching/propose.ts'
import type { Objective } from '../../src/matching/types.ts'
import { population } from './population.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'boolean', default: false },
    objective: { type: 'string', default: 'coverage' },
  },
})
const [mentors = 10_000, mentees = mentors] = positionals.map(Number)
const objective = values.objective as Objective
const people = population(mentors, mentees)
const input = { ...people, settings: { ...people.settings, objective } }

const seconds: { [P in Phase | 'check']?: number } = {}
let phase: Phase | 'check' = 'check'
let since = performance.now()
const began = since

function enter(next: Phase): void {
  const now = performance.now()
  seconds[phase] = (now - since) / 1000
  phase = next
  since = now
}

const run = propose(input, { onPhase: enter, countReasons: values.count })
enter('count')
console.log(
  JSON.stringify({
    mentors,
    mentees,
    objective,
    matched: run.matched,
    total: run.total,
    bound: run.bound,
    feasible: values.count ? run.counts.feasible : undefined,
    seconds,
    allSeconds: (performance.now() - began) / 1000,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
)
