import { type Context, transact } from '../../../context.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { recordEvent } from '../../audit/record.ts'
import { markTokenRevoked } from './sql.ts'

/** Revokes a token of the actor's municipality from the next request on. */
export async function revokeToken(ctx: Context, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const municipality = municipalityOf(ctx.actor)
    await markTokenRevoked(ctx.db, id, municipality, ctx.now())
    await recordEvent(ctx, { action: 'token-revoked', municipality, subjectId: id })
  })
}
