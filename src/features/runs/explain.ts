import { type Context, transact } from '../../context.ts'
import type { FairnessAudit } from '../../matching/fairness.ts'
import type { Recruit } from '../../matching/recruit.ts'
import { isPresent } from '../../matching/present.ts'
import type { SoughtAfter } from '../../matching/sought-after.ts'
import type { ProposalRun, ProposeInput, Role, Unmatched } from '../../matching/types.ts'
import type { WhyNot } from '../../matching/why-not.ts'
import { Problem } from '../../problems.ts'
import { recordLooks } from '../audit/record.ts'
import { askThread } from './in-thread.ts'
import { listNames, listOverridden, type RunRow, readFinishedKey, readRun } from './sql.ts'

export interface RunExplanation {
  run: RunRow & { result: ProposalRun }
  whyNot: WhyNot[]
  /** How many more are without a proposal than are explained here. */
  unexplained: number
  recruits: Recruit[]
  /** Mentors whose next place would help most, each solved for. */
  soughtAfter: SoughtAfter[]
  /** How many pairs would both do better with each other: the price of looking after everyone. */
  preferringEachOther: number
  /** False when an earlier version of the core made the run: what is solved again is by this one. */
  isPresent: boolean
  fairness: FairnessAudit
  nameOf: (role: Role, id: string) => string
  enrolmentOf: (role: Role, id: string) => string | null
}

/** Each costs a few solves; those beyond are asked for one by one. */
const mostExplained = 30

/**
 * Explains a finished run from its frozen pool, years later too: why people are without a proposal
 * and the smallest change that would help, whom to recruit, and how it fell out for whom. Every
 * promise was checked by solving again. Refuses a run that has no answer.
 */
export async function explainRun(ctx: Context, runId: string): Promise<RunExplanation> {
  const { key, run, people, overridden } = await transact(ctx, async (ctx) => {
    const key = await readFinishedKey(ctx.db, runId)
    const run = await readRun(ctx.db, runId)
    if (run.result === null) throw new Problem('state-conflict', { state: run.state })
    const ids = peopleIn(run.pool)
    await recordLooks(ctx, 'person-listed', ids)
    return {
      key,
      run: { ...run, result: run.result },
      people: linksByPerson(await listNames(ctx.db, ids)),
      overridden: await listOverridden(ctx.db, runId),
    }
  })
  const { pool: input, result } = run
  // Nobody asks why a mentor is free while mentees wait; the mentees come first.
  const unmatched = unmatchedOf(result)
  const asked = unmatched.slice(0, mostExplained)
  const about = { key, read: async () => ({ input, run: result }) }
  const whyNot = await askThread('whyNot', about, { people: asked })
  const explained = await askThread('explain', about, { overridden })
  return {
    run,
    whyNot,
    unexplained: unmatched.length - asked.length,
    ...explained,
    isPresent: isPresent(result),
    nameOf: (role, id) => people.get(`${role}:${id}`)?.name ?? '…',
    enrolmentOf: (role, id) => people.get(`${role}:${id}`)?.enrolmentId ?? null,
  }
}

/** Everyone a run has no proposal for, mentees first. */
export function unmatchedOf(result: ProposalRun | null): Unmatched[] {
  return [...(result?.unmatched.mentees ?? []), ...(result?.unmatched.mentors ?? [])]
}

/** Everyone a pool names: those who were excluded with somebody may have left it since. */
export function peopleIn({ mentors, mentees, excluded }: ProposeInput): string[] {
  const named = excluded.flatMap(({ mentor, mentee }) => [mentor, mentee])
  return [...new Set([...[...mentors, ...mentees].map(({ id }) => id), ...named])]
}

/** Names and enrolments by role and person. */
export function linksByPerson(people: Awaited<ReturnType<typeof listNames>>) {
  return new Map(people.map((person) => [`${person.role}:${person.personId}`, person]))
}
