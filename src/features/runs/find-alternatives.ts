import { type Context, transact } from '../../context.ts'
import type { Alternative } from '../../matching/alternatives.ts'
import type { Role } from '../../matching/types.ts'
import { recordLooks } from '../audit/record.ts'
import { linksByPerson } from './explain.ts'
import { askThread } from './in-thread.ts'
import { readFrozen } from './read-frozen.ts'
import { remember } from './remember.ts'
import { listNames, readFinishedKey, readProposed } from './sql.ts'

export interface Alternatives {
  alternatives: Alternative[]
  nameOf: (role: Role, id: string) => string
}

/**
 * The best other mentors for a proposal's mentee in the run that made it, each with what choosing
 * them would cost everyone together. None for a pair that was made by hand. Solved once; after that
 * the answer comes from memory, for those who may see the proposal.
 */
export async function findAlternatives(ctx: Context, proposalId: string): Promise<Alternatives> {
  const { runId, menteePersonId: mentee } = await transact(ctx, (ctx) =>
    readProposed(ctx.db, proposalId),
  )
  const alternatives = runId === null ? [] : await solve(ctx, runId, mentee)
  const shown = alternatives.flatMap(({ mentor, cost }) => [mentor, ...cost.unmatched])
  const people = await transact(ctx, async (ctx) => {
    const ids = [...new Set([mentee, ...shown])]
    await recordLooks(ctx, 'person-listed', ids)
    return linksByPerson(await listNames(ctx.db, ids))
  })
  return { alternatives, nameOf: (role, id) => people.get(`${role}:${id}`)?.name ?? '…' }
}

async function solve(ctx: Context, runId: string, mentee: string): Promise<Alternative[]> {
  const key = await transact(ctx, (ctx) => readFinishedKey(ctx.db, runId))
  const read = () => readFrozen(ctx, runId)
  return remember(`alternatives:${key}:${mentee}`, () =>
    askThread('alternatives', { key, read }, { mentee }),
  )
}
