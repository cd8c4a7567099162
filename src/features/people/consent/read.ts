import type { Work } from '../../../context.ts'
import { listConsents } from './sql.ts'

export type ConsentRow = Awaited<ReturnType<typeof listConsents>>[number]

export async function readConsents(ctx: Work, personId: string): Promise<ConsentRow[]> {
  return listConsents(ctx.db, personId)
}
