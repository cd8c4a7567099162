import { type Context, transact } from '../../context.ts'
import type { Pair, Role } from '../../matching/types.ts'
import { recordLooks } from '../audit/record.ts'
import { type Answer, askThread } from './in-thread.ts'
import { readFrozen } from './read-frozen.ts'
import { remember } from './remember.ts'
import { listNames, listOverridden, readFinished } from './sql.ts'

type Explained = Answer<'explain'>

export interface RunExplanation extends Explained {
  id: string
  startedAt: Temporal.Instant
  leftOut: Awaited<ReturnType<typeof readFinished>>['leftOut']
  nameOf: (role: Role, id: string) => string
  enrolmentOf: (role: Role, id: string) => string | null
}

/** Pairs that are named where a run left out more. */
export const mostLeftOut = 50

/**
 * Explains a finished run from its frozen pool, years later too: why people are without a proposal
 * and the smallest change that would help, whom to recruit, and how it fell out for whom. Every
 * promise was checked by solving again, once; only who is shown is read, and written down as seen.
 * Refuses a run that has no answer.
 */
export async function explainRun(ctx: Context, runId: string): Promise<RunExplanation> {
  const { run, overridden } = await transact(ctx, async (ctx) => ({
    run: await readFinished(ctx.db, runId),
    overridden: await listOverridden(ctx.db, runId),
  }))
  const { key } = run
  const explained = await remember(`explain:${key}:${overridden.join()}`, () =>
    askThread('explain', { key, read: () => readFrozen(ctx, runId) }, { overridden }),
  )
  const ids = peopleShown(explained, run.leftOut.slice(0, mostLeftOut))
  const people = await transact(ctx, async (ctx) => {
    await recordLooks(ctx, 'person-listed', ids)
    return linksByPerson(await listNames(ctx.db, ids))
  })
  return {
    ...explained,
    ...run,
    nameOf: (role, id) => people.get(`${role}:${id}`)?.name ?? '…',
    enrolmentOf: (role, id) => people.get(`${role}:${id}`)?.enrolmentId ?? null,
  }
}

function peopleShown({ whyNot, soughtAfter, settled }: Explained, leftOut: readonly Pair[]) {
  const pairs = [
    ...whyNot.flatMap(({ smallestChange }) => smallestChange ?? []),
    ...leftOut,
    ...settled.locked.pairs,
    ...settled.excluded.pairs,
  ]
  return [
    ...new Set([
      ...whyNot.map(({ id }) => id),
      ...soughtAfter.map(({ mentor }) => mentor),
      ...pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]),
    ]),
  ]
}

/** Names and enrolments by role and person. */
export function linksByPerson(people: Awaited<ReturnType<typeof listNames>>) {
  return new Map(people.map((person) => [`${person.role}:${person.personId}`, person]))
}
