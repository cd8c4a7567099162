import type { Work } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { hashToken, newToken } from '../../web/session.ts'
import { deleteExpiredSessions, findPersonMunicipality, insertSession, readAccount } from './sql.ts'

/** Staff work on shared machines; people answer from a phone over some days. */
const longest = { staff: { hours: 8 }, person: { hours: 7 * 24 } }

/** Begins a browser session, always under a new token, and returns the token for its cookie. */
export async function openSession(
  ctx: Work,
  owner: { accountId: string } | { personId: string },
): Promise<string> {
  const token = newToken()
  const times = { createdAt: ctx.now(), lastSeenAt: ctx.now() }
  await deleteExpiredSessions(ctx.db, ctx.now())
  if ('accountId' in owner) {
    const account = await readAccount(ctx.db, owner.accountId)
    if (account.disabledAt !== null) throw new Problem('link-expired')
    await insertSession(ctx.db, {
      ...times,
      hash: hashToken(token),
      accountId: account.id,
      municipality: account.municipality,
      epoch: account.sessionEpoch,
      expiresAt: ctx.now().add(longest.staff),
    })
  } else {
    const municipality = await findPersonMunicipality(ctx.db, owner.personId)
    if (municipality === undefined) throw new Problem('link-expired')
    await insertSession(ctx.db, {
      ...times,
      hash: hashToken(token),
      personId: owner.personId,
      municipality,
      expiresAt: ctx.now().add(longest.person),
    })
  }
  return token
}
