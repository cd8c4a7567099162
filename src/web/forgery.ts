import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../problems.ts'
import { sessionToken } from './session.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Derived from the session, so that it needs no storage and ends with it. */
export function forgeryToken(request: FastifyRequest): string {
  const session = sessionToken(request)
  return session === undefined ? '' : formTokenOf(session)
}

export function formTokenOf(session: string): string {
  return createHash('sha256').update(`form:${session}`).digest('base64url')
}

/**
 * Refuses a form that another site made the browser send. The browser says where a request comes
 * from (Sec-Fetch-Site, else Origin); a signed-in form must also carry the session's own token.
 */
export function refuseForgery(request: FastifyRequest, baseUrl: string): void {
  if (safeMethods.has(request.method)) return
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
