import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { createSignInLink } from '../../src/features/accounts/links/create-sign-in-link.ts'
import { useSignInLink } from '../../src/features/accounts/links/use-sign-in-link.ts'
import { formTokenOf } from '../../src/web/forgery.ts'
import type { House } from './house.ts'
import { freePort } from './port.ts'

export type Answer = LightMyRequestResponse
type Form = Record<string, string | string[]>

/** The product for a browser or client, over injected requests. */
export interface Site {
  readonly app: FastifyInstance
  readonly config: Config
  /** Gets a page, signed in where a session is given. */
  get(path: string, session?: string): Promise<Answer>
  /** Posts a form as our own page does. */
  post(path: string, form: Form, session?: string): Promise<Answer>
  inject(request: InjectOptions): Promise<Answer>
  enter(owner: { accountId: string } | { personId: string }): Promise<string>
}

export const baseUrl = 'http://localhost:3000'
export const sessionCookie = 'makker'

/** The site on a port of its own, for a browser. */
export async function useOpenSite(house: House): Promise<{ site: Site; address: string }> {
  const port = await freePort()
  const site = useSite(house, { PORT: String(port) })
  beforeAll(async () => {
    await site.app.listen({ port, host: '127.0.0.1' })
  })
  return { site, address: `http://localhost:${port}` }
}

export function useSite(house: House, environment: NodeJS.ProcessEnv = {}): Site {
  let app: FastifyInstance
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...environment })

  beforeAll(async () => {
    app = await buildApp(house.ctx(), config)
    await app.ready()
  })
  afterAll(() => app?.close())

  const cookies = (session: string | undefined) =>
    session === undefined ? {} : { cookies: { [sessionCookie]: session } }
  return {
    config,
    get app() {
      return app
    },
    get: (url, session) => app.inject({ method: 'GET', url, ...cookies(session) }),
    post: (url, form, session) =>
      app.inject({
        method: 'POST',
        url,
        ...cookies(session),
        headers: {
          origin: new URL(config.baseUrl).origin,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: encode({ ...form, ...(session && { _form: formTokenOf(session) }) }),
      }),
    inject: (request) => app.inject(request),
    enter: async (owner) => {
      const lasts = Temporal.Duration.from({ minutes: 1 })
      return useSignInLink(house.ctx(), await createSignInLink(house.ctx(), { ...owner, lasts }))
    },
  }
}

export function encode(form: Form): string {
  const fields = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
  return new URLSearchParams(fields).toString()
}

/** The session that an answer starts; undefined if none. */
export function sessionOf(answer: Answer): string | undefined {
  const cookie = answer.cookies.find(({ name }) => name === sessionCookie)
  return cookie?.value || undefined
}
