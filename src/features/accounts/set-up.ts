import { actingAs, type Context, transact } from '../../context.ts'
import type { Locale } from '../../locales/locale.ts'
import { Problem } from '../../problems.ts'
import { hashToken } from '../../web/session.ts'
import { openSession } from './sessions/open-session.ts'
import { hashPassword } from './password.ts'
import type { SetUp } from './schema.ts'
import { countAccounts, insertAccount, lockAccounts } from './sql.ts'
import { findLink, markLinkUsed } from './links/sql.ts'

/** Whether the link may still create the first administrator. */
export async function isSetUpOpen(ctx: Context, token: string): Promise<boolean> {
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const link = await findLink(ctx.db, hashToken(token), ['set-up'])
    if (link === undefined || link.usedAt !== null) return false
    if (Temporal.Instant.compare(link.expiresAt, ctx.now()) <= 0) return false
    return (await countAccounts(ctx.db)) === 0
  })
}

/**
 * Creates the first administrator and returns the token of their session. Simultaneous requests
 * create one, and afterwards the link is unknown.
 */
export async function setUpAdministrator(
  ctx: Context,
  token: string,
  person: SetUp & { locale: Locale },
  needsSecondFactor: boolean,
): Promise<string> {
  const { locale, name, email } = person
  if (!(await isSetUpOpen(ctx, token))) throw new Problem('not-found')
  const password = await hashPassword(person.password)
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    await lockAccounts(ctx.db)
    const link = await markLinkUsed(ctx.db, hashToken(token), 'set-up', ctx.now())
    if (link === undefined || (await countAccounts(ctx.db)) > 0) throw new Problem('not-found')
    const accountId = await insertAccount(ctx.db, {
      name,
      email,
      locale,
      password,
      role: 'administrator',
      createdAt: ctx.now(),
    })
    return openSession(ctx, { accountId, isVerified: !needsSecondFactor })
  })
}
