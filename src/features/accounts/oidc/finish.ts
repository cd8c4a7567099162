import { actingAs, type Context, transact, type Work } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { hashToken, newToken } from '../../../web/session.ts'
import { openSession } from '../sessions/open-session.ts'
import { recordOwn } from '../record-own.ts'
import { deleteLinks } from '../links/sql.ts'
import { deleteSessionRow, findOwnSession, markByIssuer, markVerified } from '../sessions/sql.ts'
import { findAccountByEmail, lockAccount, markLinked } from '../sql.ts'
import { visitOf } from './begin.ts'
import type { Identity, Issuer } from './issuer.ts'
import { lockAccountOf, takeAttempt } from './sql.ts'

/** A browser that came back from the issuer. */
export interface Return {
  query: string
  /** The token from `beginOidc`. */
  browser: string | undefined
  agent: string | undefined
}

/**
 * Signs in the colleague whom the issuer identified, or confirms the session they left; returns its
 * new token. Never creates an account. All refusals have the same message: unknown or disabled
 * colleagues, and answers that this browser did not ask for or that were used before.
 */
export async function finishOidc(
  ctx: Context,
  issuer: Issuer,
  back: Return,
  needsSecondFactor: boolean,
): Promise<{ session: string; next: string; isVerified: boolean }> {
  const system = actingAs(ctx, { kind: 'system' })
  const state = new URLSearchParams(back.query).get('state') ?? ''
  const browser = back.browser ?? ''
  const attempt = await transact(system, (ctx) => {
    const hashes = { stateHash: hashToken(state), browserHash: hashToken(browser) }
    return takeAttempt(ctx.db, { ...hashes, now: ctx.now() })
  })
  if (attempt === undefined) throw new Problem('sign-in-refused')
  const { purpose, sessionId, next } = attempt
  const who = await issuer.identify(back.query, visitOf(state, browser, purpose === 'confirm'))
  return transact(system, async (ctx) => {
    const { id, totpSecret } = await accountOf(ctx, who)
    const isVerified = who.hasSecondFactor || (totpSecret === null && !needsSecondFactor)
    if (purpose === 'confirm')
      return { session: await confirm(ctx, id, sessionId, isVerified), next, isVerified }
    if (sessionId !== null) await deleteSessionRow(ctx.db, sessionId)
    const session = await openSession(ctx, {
      ...{ accountId: id, isVerified, byIssuer: true },
      agent: back.agent,
    })
    return { session, next, isVerified }
  })
}

/**
 * The account for an identity: by the issuer's subject or, the first time, by e-mail address. Later
 * the address is ignored, because it may be given to another person.
 */
async function accountOf(ctx: Work, who: Identity) {
  const linked = await lockAccountOf(ctx.db, who)
  const invited =
    linked === undefined && who.email !== undefined
      ? await findAccountByEmail(ctx.db, who.email)
      : undefined
  const account = linked ?? (invited && (await lockAccount(ctx.db, invited.id)))
  if (account === undefined || account.disabledAt !== null) throw new Problem('sign-in-refused')
  if (account.oidcSubject === null) await link(ctx, account.id, who)
  else if (account.oidcSubject !== who.subject || account.oidcIssuer !== who.issuer)
    throw new Problem('sign-in-refused')
  return account
}

async function link(ctx: Work, accountId: string, who: Identity): Promise<void> {
  await markLinked(ctx.db, accountId, who)
  // A linked account needs no password: the invitation must not set one.
  await deleteLinks(ctx.db, 'invitation', accountId)
  await recordOwn(ctx, 'account-linked', accountId)
}

/** Verifies and renews the session that began the confirmation, if it is still open. */
async function confirm(
  ctx: Work,
  accountId: string,
  sessionId: string | null,
  isVerified: boolean,
): Promise<string> {
  const seenAfter = ctx.now().subtract({ minutes: 30 })
  const session =
    sessionId === null
      ? undefined
      : await findOwnSession(ctx.db, ['session.id', sessionId], ctx.now(), seenAfter)
  if (session?.accountId !== accountId || session.verifiedAt === null || !isVerified)
    throw new Problem('sign-in-refused')
  const renewed = newToken()
  await markVerified(ctx.db, session.hash, hashToken(renewed), ctx.now())
  await markByIssuer(ctx.db, session.id)
  return renewed
}
