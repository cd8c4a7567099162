import { createHash, randomBytes } from 'node:crypto'
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** 256 random bits for a link or a session, as 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The hash of a token that the database stores: useless to a thief of the table. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** The names and options of cookies: over https they are bound to this host and never sent in clear. */
export interface Cookies {
  session: string
  language: string
  device: string
  away: string
  asked: string
  options: CookieSerializeOptions
}

export function cookiesFor(baseUrl: string): Cookies {
  const secure = baseUrl.startsWith('https:')
  const prefix = secure ? '__Host-' : ''
  return {
    session: `${prefix}makker`,
    language: `${prefix}language`,
    device: `${prefix}device`,
    away: `${prefix}away`,
    asked: `${prefix}asked`,
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

/**
 * Recognises for a year a browser that has signed in, so that failed attempts elsewhere cannot lock
 * it out.
 */
export function rememberDevice(reply: FastifyReply, token: string): void {
  const { device, options } = reply.server.cookieNames
  reply.setCookie(device, token, { ...options, sameSite: 'strict', maxAge: 365 * 86_400 })
}

export function deviceToken(request: FastifyRequest): string | undefined {
  return request.cookies[request.server.cookieNames.device]
}

/**
 * Recognises a browser that returns from the issuer's sign-in. Lax: it comes from another site, to
 * which a strict cookie is not sent.
 */
export function bindBrowser(reply: FastifyReply, token: string): void {
  const { away, options } = reply.server.cookieNames
  reply.setCookie(away, token, { ...options, maxAge: 600 })
}

export function boundBrowser(request: FastifyRequest): string | undefined {
  return request.cookies[request.server.cookieNames.away]
}

export function releaseBrowser(reply: FastifyReply): void {
  const { away, options } = reply.server.cookieNames
  reply.clearCookie(away, options)
}

/**
 * Recognises the browser that requested a mailed link, while the link is valid. Lax: mail is read
 * on another site, to which a strict cookie is not sent.
 */
export function rememberRequester(reply: FastifyReply, token: string): void {
  const { asked, options } = reply.server.cookieNames
  reply.setCookie(asked, token, { ...options, maxAge: 1800 })
}

export function requesterToken(request: FastifyRequest): string | undefined {
  return request.cookies[request.server.cookieNames.asked]
}

export function forgetAsker(reply: FastifyReply): void {
  const { asked, options } = reply.server.cookieNames
  reply.clearCookie(asked, options)
}

/** The network of a request: an IPv4 address, or the /64 that an IPv6 customer has. */
export function networkOf(request: FastifyRequest): string {
  const address = request.ip.replace(/^::ffff:(?=\d+\.)/i, '')
  return address.includes(':') ? prefix64(address) : address
}

function prefix64(address: string): string {
  const [head = '', tail = ''] = address.split('%')[0]!.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const middle = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = address.includes('::') ? [...left, ...middle, ...right] : left
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
