import type { Work } from '../../../context.ts'
import { emptyNotes } from './sql.ts'

/** Empties what coordinators wrote of every pair that somebody is or was part of. */
export async function forgetNotes(ctx: Work, enrolmentIds: readonly string[]): Promise<void> {
  if (enrolmentIds.length > 0) await emptyNotes(ctx.db, enrolmentIds)
}
