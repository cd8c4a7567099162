import { actorName, type Context, transact } from '../../../context.ts'
import { type SignToken, subjectOf } from '../../../web/bearer.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { recordEvent } from '../../audit/record.ts'
import type { CreateToken } from '../schema.ts'
import { insertApiToken } from './sql.ts'

/** Creates an API token for the actor's municipality; returned once and not stored. */
export async function createToken(
  ctx: Context,
  command: CreateToken,
  sign: SignToken,
): Promise<{ id: string; token: string; expiresAt: Temporal.Instant }> {
  return transact(ctx, async (ctx) => {
    const createdAt = ctx.now()
    const expiresAt = createdAt
      .toZonedDateTimeISO('UTC')
      .add({ months: command.months })
      .toInstant()
    const municipality = municipalityOf(ctx.actor)
    const id = await insertApiToken(ctx.db, {
      municipality,
      name: command.name,
      scopes: [command.scope],
      createdBy: actorName(ctx.actor),
      createdAt,
      expiresAt,
    })
    await recordEvent(ctx, { action: 'token-created', municipality, subjectId: id })
    const token = sign({
      jti: id,
      sub: subjectOf(id),
      iat: seconds(createdAt),
      exp: seconds(expiresAt),
    })
    return { id, token, expiresAt }
  })
}

function seconds(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000)
}
