import type { Work } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { hashToken, newToken } from '../../../web/session.ts'
import { deleteExpiredSessions, insertSession } from './sql.ts'
import { findPersonMunicipality, readAccount } from '../sql.ts'

/** Staff use shared machines; participants answer from a phone over several days. */
const longest = { staff: { hours: 8 }, person: { hours: 7 * 24 } }

type Owner = { accountId: string; isVerified?: boolean; byIssuer?: true } | { personId: string }

/** Opens a session under a new token, which is returned for the cookie. */
export async function openSession(
  ctx: Work,
  owner: Owner & { agent?: string | undefined },
): Promise<string> {
  const token = newToken()
  await deleteExpiredSessions(ctx.db, ctx.now())
  const whose = 'accountId' in owner ? await staff(ctx, owner) : await person(ctx, owner.personId)
  await insertSession(ctx.db, {
    hash: hashToken(token),
    createdAt: ctx.now(),
    lastSeenAt: ctx.now(),
    device: owner.agent?.slice(0, 200) ?? null,
    ...whose,
  })
  return token
}

async function staff(
  ctx: Work,
  owner: { accountId: string; isVerified?: boolean; byIssuer?: true },
) {
  const { id, municipality, sessionEpoch, disabledAt } = await readAccount(ctx.db, owner.accountId)
  if (disabledAt !== null) throw new Problem('link-expired')
  const verifiedAt = (owner.isVerified ?? true) ? ctx.now() : null
  const expiresAt = ctx.now().add(longest.staff)
  const byIssuer = owner.byIssuer ?? false
  return { accountId: id, municipality, epoch: sessionEpoch, verifiedAt, expiresAt, byIssuer }
}

async function person(ctx: Work, personId: string) {
  const municipality = await findPersonMunicipality(ctx.db, personId)
  if (municipality === undefined) throw new Problem('link-expired')
  const expiresAt = ctx.now().add(longest.person)
  return { personId, municipality, verifiedAt: ctx.now(), expiresAt }
}
