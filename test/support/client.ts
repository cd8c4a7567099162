import { createToken } from '../../src/features/accounts/tokens/create-token.ts'
import type { Actor } from '../../src/context.ts'
import type { Answer, Site } from './app.ts'
import type { House } from './house.ts'

export interface Client {
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  put(path: string, body: unknown): Promise<Answer>
  /** Sends If-Match with `etag`; without it no such header. */
  patch(path: string, body: unknown, etag?: string): Promise<Answer>
  send(path: string, payload: string, type: string): Promise<Answer>
}

export async function aClient(
  house: House,
  site: Site,
  actor: Actor,
  scope: 'stats:read' | 'programme:write' = 'programme:write',
): Promise<Client> {
  const command = { name: 'Test', scope, months: 1 }
  const { token } = await createToken(house.ctx(actor), command, (claims) =>
    site.app.jwt.sign(claims),
  )
  return clientWith(site, { authorization: `Bearer ${token}` })
}

export function aStranger(site: Site): Client {
  return clientWith(site, {})
}

const json = { 'content-type': 'application/json' }

function clientWith(site: Site, headers: Record<string, string>): Client {
  const request = (path: string, payload?: string, type?: string) =>
    site.inject({
      method: 'POST',
      url: `/api/v1${path}`,
      headers: { ...headers, ...(type !== undefined && { 'content-type': type }) },
      ...(payload !== undefined && { payload }),
    })
  return {
    get: (path) => site.inject({ url: `/api/v1${path}`, headers }),
    post: (path, body) =>
      body === undefined ? request(path) : request(path, JSON.stringify(body), 'application/json'),
    put: (path, body) =>
      site.inject({
        method: 'PUT',
        url: `/api/v1${path}`,
        headers: { ...headers, ...json },
        payload: JSON.stringify(body),
      }),
    patch: (path, body, etag) =>
      site.inject({
        method: 'PATCH',
        url: `/api/v1${path}`,
        headers: { ...headers, ...json, ...(etag !== undefined && { 'if-match': etag }) },
        payload: JSON.stringify(body),
      }),
    send: request,
  }
}
