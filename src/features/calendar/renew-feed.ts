import { type Context, transact } from '../../context.ts'
import { hashToken, newToken } from '../../web/session.ts'
import { recordEvent } from '../audit/record.ts'
import { type Owner, ownerOf } from './owner.ts'
import { deleteFeed, replaceFeed } from './sql.ts'

/** Makes the actor a new secret address of their calendar, and returns its token; the old one ends. */
export async function renewFeed(ctx: Context): Promise<string> {
  const owner = ownerOf(ctx.actor)
  const token = newToken()
  await transact(ctx, async (ctx) => {
    await replaceFeed(ctx.db, { ...owner, hash: hashToken(token), createdAt: ctx.now() })
    await recordEvent(ctx, { action: 'calendar-renewed', ...aboutOf(owner) })
  })
  return token
}

/** Ends the secret address of the actor's calendar. */
export async function endFeed(ctx: Context): Promise<void> {
  const owner = ownerOf(ctx.actor)
  await transact(ctx, async (ctx) => {
    await deleteFeed(ctx.db, owner)
    await recordEvent(ctx, { action: 'calendar-ended', ...aboutOf(owner) })
  })
}

function aboutOf({ municipality, personId }: Owner) {
  return { municipality, ...(personId !== null && { personId }) }
}
