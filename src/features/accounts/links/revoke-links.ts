import type { Work } from '../../../context.ts'
import { deletePersonLinks, expireSignInLinks } from './sql.ts'

/** Makes every link that was mailed to a person useless: the address was wrong, or is theirs no more. */
export async function revokeLinks(ctx: Work, personId: string): Promise<void> {
  await deletePersonLinks(ctx.db, personId)
}

/** Ends the links to a person's own page that nobody followed: a newer one is on its way. */
export async function supersedeLinks(ctx: Work, personId: string): Promise<void> {
  await expireSignInLinks(ctx.db, personId, ctx.now())
}
