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
  /** The token it was given when it left. */
  browser: string | undefined
  agent: string | undefined
}

/**
 * Lets a colleague in whom the issuer sent back, or confirms the session they left with; returns its
 * new token. Makes no account: refuses, in the same words, who has none, who is disabled, and every
 * answer that was not asked for by this browser, or was used before.
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
 * The account of somebody the issuer named: by its name for them, or the first time by their address.
 * Later the address counts for nothing: it may be given to somebody else, and so may another account.
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
  // The invitation has done its work: whoever finds it in a mailbox chooses no password with it.
  await deleteLinks(ctx.db, 'invitation', accountId)
  await recordOwn(ctx, 'account-linked', accountId)
}

/** The session that was left, if it is still theirs and open. It goes on under a new token. */
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
