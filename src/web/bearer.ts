import jwt from '@fastify/jwt'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: ClientClaims
    user: ClientClaims
  }
}

/** The claims of a client's token. Its scopes and validity are in the database. */
interface ClientClaims {
  jti: string
  sub: string
  /** Seconds since 1970, as RFC 7519 has it. */
  iat: number
  exp: number
}

/** How a token is signed: `(claims) => app.jwt.sign(claims)`. */
export type SignToken = (claims: ClientClaims) => string

/**
 * Accepts tokens of REST clients: one algorithm, our issuer, our API as audience, with an expiry.
 * Tokens signed for anything else are refused.
 */
export async function acceptBearers(
  app: FastifyInstance,
  config: { secret: string; baseUrl: string },
): Promise<void> {
  const issuer = config.baseUrl
  const audience = `${config.baseUrl}/api`
  await app.register(jwt, {
    secret: config.secret,
    sign: { algorithm: 'HS256', iss: issuer, aud: audience },
    verify: {
      algorithms: ['HS256'],
      allowedIss: issuer,
      allowedAud: audience,
      requiredClaims: ['jti', 'sub', 'iat', 'exp', 'iss', 'aud'],
      checkTyp: 'JWT',
      cache: false,
    },
  })
}

const Claims = z.object({ jti: z.uuid(), sub: z.string() })

/** The id of the row behind the token of an `Authorization` header; undefined for anything else. */
export function bearerId(
  app: FastifyInstance,
  authorization: string,
  now: Temporal.Instant,
): string | undefined {
  const token = /^Bearer ([\w-]{1,200}\.[\w-]{1,1000}\.[\w-]{1,100})$/i.exec(authorization)?.[1]
  if (token === undefined) return undefined
  try {
    const claims = Claims.safeParse(
      app.jwt.verify(token, { clockTimestamp: now.epochMilliseconds }),
    )
    const isOurs = claims.success && claims.data.sub === subjectOf(claims.data.jti)
    return isOurs ? claims.data.jti : undefined
  } catch {
    // Forged, expired, not yet valid or malformed: all are refused alike.
    return undefined
  }
}

export function subjectOf(id: string): string {
  return `client:${id}`
}
