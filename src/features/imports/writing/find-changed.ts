import type { RawBuilder } from 'kysely'
import type { Work } from '../../../context.ts'
import { listChanged } from './changes/sql.ts'
import { joinByHash } from './sql.ts'

/**
 * Finds of whom among many people who are here already a record says something new. `people` selects
 * as for `registerMany`, with a `number` for each; those numbers come back.
 */
export async function findChanged(ctx: Work, people: RawBuilder<unknown>): Promise<number[]> {
  await joinByHash(ctx.db)
  return listChanged(ctx.db, people)
}
