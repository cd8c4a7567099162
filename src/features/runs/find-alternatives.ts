import { type Context, transact } from '../../context.ts'
import type { Alternative } from '../../matching/alternatives.ts'
import type { Role } from '../../matching/types.ts'
import { recordLooks } from '../audit/record.ts'
import { linksByPerson } from './explain.ts'
import { inThread } from './in-thread.ts'
import { listNames, readProposed, readRun } from './sql.ts'

export interface Alternatives {
  alternatives: Alternative[]
  nameOf: (role: Role, id: string) => string
}

/**
 * The best other mentors for a proposal's mentee in the run that made it, each with what choosing
 * them would cost everyone together. None for a pair that was made by hand.
 */
export async function findAlternatives(ctx: Context, proposalId: string): Promise<Alternatives> {
  const { run, mentee, people } = await transact(ctx, async (ctx) => {
    const proposal = await readProposed(ctx.db, proposalId)
    const run = proposal.runId === null ? null : await readRun(ctx.db, proposal.runId)
    const ids = [...(run?.pool.mentors ?? []), ...(run?.pool.mentees ?? [])].map(({ id }) => id)
    await recordLooks(ctx, 'person-listed', ids)
    const people = linksByPerson(await listNames(ctx.db, ids))
    return { run, mentee: proposal.menteePersonId, people }
  })
  const nameOf = (role: Role, id: string) => people.get(`${role}:${id}`)?.name ?? '…'
  if (run === null || run.result === null) return { alternatives: [], nameOf }
  const task = { input: run.pool, run: run.result, mentee }
  return { alternatives: await inThread('alternatives', task), nameOf }
}
