import { type Context, transact } from '../../context.ts'
import type { Appointment } from './schema.ts'
import { deleteBookings } from './sql.ts'

/** Frees everybody and everything that a meeting or interview took up, or one person of it. */
export async function unbook(ctx: Context, what: Appointment, personId?: string): Promise<void> {
  return transact(ctx, (ctx) => deleteBookings(ctx.db, what, personId))
}
