import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../problems.ts'
import { sessionToken } from './session.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The form token, derived from the session: it needs no storage and ends with the session. */
export function forgeryToken(request: FastifyRequest): string {
  const session = sessionToken(request)
  return session === undefined ? '' : formTokenOf(session)
}

export function formTokenOf(session: string): string {
  return createHash('sha256').update(`form:${session}`).digest('base64url')
}

/**
 * Refuses a cross-site request: the browser names its origin (Sec-Fetch-Site, else Origin), and a
 * signed-in form must also have the session's token. A route that mail programs post to is left out.
 */
export function refuseForgery(request: FastifyRequest, baseUrl: string): void {
  if (safeMethods.has(request.method) || request.routeOptions.config.fromElsewhere) return
  if (!comesFromHere(request, baseUrl)) throw new Problem('form-expired')
  const expected = Buffer.from(forgeryToken(request))
  const given = Buffer.from(String((request.body as { _form?: unknown } | null)?._form ?? ''))
  if (expected.length === 0) return
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Problem('form-expired')
}

function comesFromHere(request: FastifyRequest, baseUrl: string): boolean {
  const { 'sec-fetch-site': site, origin } = request.headers
  if (origin !== undefined && origin !== new URL(baseUrl).origin) return false
  return site === undefined ? origin !== undefined : site === 'same-origin' || site === 'none'
}
