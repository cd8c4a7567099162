import { createHash, randomBytes } from 'node:crypto'
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** 256 random bits for a link or a session, as 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token: enough to know it again, useless to a thief of the table. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Cookies that follow the address: over https they are bound to this host and never sent in clear. */
export interface Cookies {
  session: string
  language: string
  options: CookieSerializeOptions
}

export function cookiesFor(baseUrl: string): Cookies {
  const secure = baseUrl.startsWith('https:')
  const prefix = secure ? '__Host-' : ''
  return {
    session: `${prefix}makker`,
    language: `${prefix}language`,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  }
}

export function sessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[request.server.cookieNames.session]
}

/** Strict: no other site can make the browser send it, not even by a link. */
export function startSession(reply: FastifyReply, token: string): void {
  const { session, options } = reply.server.cookieNames
  reply.setCookie(session, token, { ...options, sameSite: 'strict' })
}

export function endSession(reply: FastifyReply): void {
  const { session, options } = reply.server.cookieNames
  reply.clearCookie(session, options)
}
