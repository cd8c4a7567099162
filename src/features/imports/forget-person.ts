import { type Context, transact } from '../../context.ts'
import { deleteRowsAbout } from './sql.ts'

/**
 * Deletes a person from every undecided file: rows known to be about them, and rows with their
 * e-mail address, or with their name and telephone number.
 */
export async function forgetPersonInFiles(ctx: Context, personId: string): Promise<void> {
  await transact(ctx, (ctx) => deleteRowsAbout(ctx.db, personId))
}
