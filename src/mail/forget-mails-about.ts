import type { Work } from '../context.ts'
import { emptyMailsAbout } from './sql.ts'

/** Removes what others were mailed about a person, such as a first name. That it was mailed stays. */
export async function forgetMailsAbout(ctx: Work, personId: string): Promise<void> {
  await emptyMailsAbout(ctx.db, personId)
}
