import type { Work } from '../../context.ts'
import { listPartners } from './sql.ts'

/** The organisations that help the actor's municipality, by name. */
export async function findPartners(ctx: Work) {
  return listPartners(ctx.db)
}
