import { type Context, transact } from '../../../context.ts'
import type { PairSeen } from '../../../matching/pair-row.ts'
import type { Role } from '../../../matching/types.ts'
import { Problem } from '../../../problems.ts'
import { type Links, showPeople } from './links.ts'
import { askThread } from '../thread/in-thread.ts'
import { readFinishedRun } from './read-finished-run.ts'
import { findInRun, readFinished } from '../sql.ts'

export interface ExplainedPairs extends Links {
  person: { role: Role; name: string; enrolmentId: string }
  /** The pairs of the requested page; `count` is their total. */
  pairs: PairSeen[]
  count: number
  page: number
  /**
   * False when an earlier version of the core made the run: then only proposals have their original
   * scores.
   */
  isCurrent: boolean
}

/**
 * The possible pairs of a person in a finished run, one page: the score in parts, or the reasons
 * against. Only people on the page are read, and logged as viewed. Refuses a run without a result,
 * and a person who is not in it.
 */
export async function explainPairs(
  ctx: Context,
  runId: string,
  asked: { enrolment: string; with?: string | undefined; page: number; pairsAtOnce: number },
): Promise<ExplainedPairs> {
  const { page, pairsAtOnce } = asked
  const { key, person, other } = await transact(ctx, async (ctx) => ({
    key: (await readFinished(ctx.db, runId)).key,
    person: await findInRun(ctx.db, runId, asked.enrolment),
    other: asked.with === undefined ? undefined : await findInRun(ctx.db, runId, asked.with),
  }))
  const runRef = { key, read: () => readFinishedRun(ctx, runId) }
  const found = await askThread('pairs', runRef, {
    person: { role: person.role, id: person.personId },
    other: other?.personId,
    ...{ page, pairsAtOnce },
  })
  if (found === null || (other !== undefined && found.count === 0)) throw new Problem('not-found')
  const shown = found.pairs.flatMap(({ mentor, mentee }) => [mentor, mentee])
  const links = await transact(ctx, (ctx) => showPeople(ctx, [person.personId, ...shown]))
  return { ...found, ...links, person }
}
