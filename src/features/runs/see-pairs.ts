import { type Context, transact } from '../../context.ts'
import type { PairSeen } from '../../matching/pair-row.ts'
import { isPresent } from '../../matching/present.ts'
import type { Role } from '../../matching/types.ts'
import { Problem } from '../../problems.ts'
import { recordLooks } from '../audit/record.ts'
import { linksByPerson } from './explain.ts'
import { askThread } from './in-thread.ts'
import { listNames, readFinishedKey, readRun } from './sql.ts'

export interface PairsSeen {
  person: { role: Role; name: string; enrolmentId: string }
  pairs: PairSeen[]
  linkOf: (role: Role, id: string) => { name: string; enrolmentId: string } | undefined
  /** False when an earlier version of the core made the run: only its proposals are as it saw them. */
  isPresent: boolean
}

/**
 * Every pair that somebody could have been in, in a finished run, from its frozen pool: the score with
 * its parts, or what stood in the way. Refuses a run that has no answer, and somebody not in it.
 */
export async function seePairs(
  ctx: Context,
  runId: string,
  enrolmentId: string,
): Promise<PairsSeen> {
  const { run, key, people } = await transact(ctx, async (ctx) => {
    const key = await readFinishedKey(ctx.db, runId)
    const run = await readRun(ctx.db, runId)
    const ids = [...run.pool.mentors, ...run.pool.mentees].map(({ id }) => id)
    await recordLooks(ctx, 'person-listed', ids)
    return { run, key, people: await listNames(ctx.db, ids) }
  })
  if (run.result === null) throw new Problem('state-conflict', { state: run.state })
  const person = people.find((one) => one.enrolmentId === enrolmentId)
  const side = person?.role === 'mentor' ? run.pool.mentors : run.pool.mentees
  if (person === undefined || !side.some(({ id }) => id === person.personId))
    throw new Problem('not-found')
  const asked = { role: person.role, id: person.personId }
  const frozen = { input: run.pool, run: run.result }
  const pairs = await askThread('pairs', { key, read: async () => frozen }, { person: asked })
  const links = linksByPerson(people)
  return {
    person,
    pairs,
    linkOf: (role, id) => links.get(`${role}:${id}`),
    isPresent: isPresent(run.result),
  }
}
