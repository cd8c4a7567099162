import type { Work } from '../../../context.ts'
import { deletePersonLinks, expireSignInLinks } from './sql.ts'

/** Deletes every link mailed to a person, when the address was wrong or is no longer theirs. */
export async function revokeLinks(ctx: Work, personId: string): Promise<void> {
  await deletePersonLinks(ctx.db, personId)
}

/** Expires a person's unused links to their own page, because a newer one is on its way. */
export async function supersedeLinks(ctx: Work, personId: string): Promise<void> {
  await expireSignInLinks(ctx.db, personId, ctx.now())
}
