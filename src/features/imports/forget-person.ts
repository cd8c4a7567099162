import { type Context, transact } from '../../context.ts'
import { deleteRowsAbout } from './sql.ts'

/**
 * Takes a person out of every file that lies here undecided: rows known to be about them, and rows
 * with their e-mail, or with their name and telephone number.
 */
export async function forgetPersonInFiles(ctx: Context, personId: string): Promise<void> {
  await transact(ctx, (ctx) => deleteRowsAbout(ctx.db, personId))
}
