import type { FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { bearerId } from '../../../web/bearer.ts'
import { isApi } from '../../../web/send-problems.ts'
import { hashToken, sessionToken } from '../../../web/session.ts'
import { isRecent } from '../second-factor/begin-second-factor.ts'
import { findApiToken, markTokenUsed } from '../tokens/sql.ts'
import { findSession, markSeen } from './sql.ts'

const idleLimit = { staff: { minutes: 30 }, person: { hours: 12 } }

/**
 * The actor of a request: by session cookie on pages, by bearer token on the API. Never the other
 * way round: browsers send cookies with requests that foreign sites make.
 */
export async function authenticate(ctx: Context, request: FastifyRequest): Promise<Actor> {
  const system = actingAs(ctx, { kind: 'system' })
  return isApi(request) ? authenticateClient(system, request) : authenticateReader(system, request)
}

async function authenticateReader(ctx: Context, request: FastifyRequest): Promise<Actor> {
  const token = sessionToken(request)
  if (token === undefined) return { kind: 'public' }
  const hash = hashToken(token)
  return transact(ctx, async (ctx) => {
    const session = await findSession(ctx.db, hash)
    const actor = session && readerOf(session, ctx.now())
    if (actor === undefined) return { kind: 'public' }
    // Written at most once a minute: exact enough for the idle limit, and saves a write per
    // request.
    if (isOver(session!.lastSeenAt.add({ minutes: 1 }), ctx.now()))
      await markSeen(ctx.db, hash, ctx.now())
    return actor
  })
}

type FoundSession = NonNullable<Awaited<ReturnType<typeof findSession>>>

function readerOf(session: FoundSession, now: Temporal.Instant): Actor | undefined {
  const kind = session.accountId === null ? 'person' : 'staff'
  if (isOver(session.expiresAt, now)) return undefined
  if (isOver(session.lastSeenAt.add(idleLimit[kind]), now)) return undefined
  if (session.accountId === null)
    return { kind: 'person', id: session.personId!, municipality: session.personMunicipality! }
  if (session.disabledAt !== null || session.epoch !== session.sessionEpoch) return undefined
  // A required second factor that is missing.
  if (session.verifiedAt === null) return undefined
  return {
    kind: 'staff',
    id: session.accountId,
    name: session.name!,
    role: session.role!,
    municipality: session.accountMunicipality,
    hasSteppedUp: isRecent(session.verifiedAt, now) || !hasProof(session),
  }
}

/** Colleagues of the demo sign in by link and have nothing to confirm with. */
function hasProof(session: FoundSession): boolean {
  const { password, totpSecret, oidcSubject } = session
  return password !== null || totpSecret !== null || oidcSubject !== null
}

async function authenticateClient(ctx: Context, request: FastifyRequest): Promise<Actor> {
  const { authorization } = request.headers
  if (authorization === undefined) return { kind: 'public' }
  const id = bearerId(request.server, authorization, ctx.now())
  if (id === undefined) throw new Problem('sign-in-required')
  return transact(ctx, async (ctx) => {
    const token = await findApiToken(ctx.db, id)
    if (token === undefined || token.revokedAt !== null || isOver(token.expiresAt, ctx.now()))
      throw new Problem('sign-in-required')
    const today = ctx.now().toZonedDateTimeISO('UTC').toPlainDate()
    if (token.lastUsedOn === null || !token.lastUsedOn.equals(today))
      await markTokenUsed(ctx.db, id, today)
    return { kind: 'client', id, scopes: token.scopes, municipality: token.municipality }
  })
}

function isOver(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) <= 0
}
