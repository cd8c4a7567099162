import type { Work } from '../../../context.ts'
import { forgetAbout } from '../../questions/forget-about.ts'
import { emptyNotes } from './sql.ts'

/** Empties what was written of every pair that somebody is or was part of, by coordinators or the two. */
export async function forgetNotes(ctx: Work, enrolmentIds: readonly string[]): Promise<void> {
  if (enrolmentIds.length === 0) return
  await emptyNotes(ctx.db, enrolmentIds)
  await forgetAbout(ctx, enrolmentIds)
}
