import type { Work } from '../../context.ts'
import { listPartners } from './sql.ts'

export async function findPartners(ctx: Work) {
  return listPartners(ctx.db)
}
