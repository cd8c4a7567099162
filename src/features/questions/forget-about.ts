import type { Work } from '../../context.ts'
import { emptyAbout } from './sql.ts'

/** Empties what was proposed in every pair that somebody is or was part of: it may name a home. */
export async function forgetAbout(ctx: Work, enrolmentIds: readonly string[]): Promise<void> {
  await emptyAbout(ctx.db, enrolmentIds)
}
