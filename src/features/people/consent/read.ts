import type { Work } from '../../../context.ts'
import { listConsents } from './sql.ts'

export type ConsentRow = Awaited<ReturnType<typeof listConsents>>[number]

/** Every consent a person gave, newest first, with the words they were shown. */
export async function readConsents(ctx: Work, personId: string): Promise<ConsentRow[]> {
  return listConsents(ctx.db, personId)
}
