import type { RawBuilder } from 'kysely'
import type { Work } from '../../../context.ts'
import { listChanged } from './changes/sql.ts'
import { avoidNestedLoops } from './sql.ts'

/**
 * Finds the records that have new values about registered people. `people` selects as for
 * `insertPeople`, with a `number` for each; returns those numbers.
 */
export async function findChanged(ctx: Work, people: RawBuilder<unknown>): Promise<number[]> {
  await avoidNestedLoops(ctx.db)
  return listChanged(ctx.db, people)
}
