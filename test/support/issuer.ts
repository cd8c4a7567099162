import { createHash, generateKeyPairSync, type KeyObject, sign as signWith } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'
import { afterAll, beforeAll } from 'vitest'

interface Employee {
  id: string
  email: string
  email_verified?: boolean
  /** How they signed in, by the issuer's claims. */
  amr?: string[]
  acr?: string
  /** How long ago they signed in, regardless of what was requested. */
  secondsAgo?: number
}

type Claims = Record<string, unknown>

/** A real OpenID Connect provider on this machine, with switches for its failures. */
export interface TestIssuer {
  readonly address: string
  readonly client: { id: string; secret: string }
  employee: Employee
  /** Changes an ID token before it is sent; `undefined` leaves it. */
  tamper: ((claims: Claims) => string | Claims) | undefined
  /** The status of every answer while the issuer fails. */
  illness: number | undefined
  /** Follows a browser through the issuer; returns the path at which it comes back to us. */
  walk(address: string): Promise<string>
  /** Signs claims with the issuer's key, or with another. */
  sign(claims: Claims, how?: { alg?: string; key?: KeyObject }): string
  readonly asked: Map<string, number>
  stop(): Promise<void>
  start(): Promise<void>
}

const clientSecret = 'kanariehemmelighed'

/** Runs an issuer for the tests of one file. `callback` is its allowed redirect URI. */
export function useIssuer(callback: string, port: number, options: Configuration = {}): TestIssuer {
  const address = `http://127.0.0.1:${port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  let server: Server | undefined

  const issuer: TestIssuer = {
    address,
    client: { id: 'makker', secret: clientSecret },
    employee: { id: 'nobody', email: 'nobody@odense.example' },
    tamper: undefined,
    illness: undefined,
    asked: new Map(),
    walk: (address) => walk(address, callback),
    sign: (claims, { alg = 'RS256', key = privateKey } = {}) => {
      const text = [{ alg, kid: 'ours' }, claims].map(encode).join('.')
      if (alg === 'none') return `${text}.`
      return `${text}.${signWith('sha256', Buffer.from(text), key).toString('base64url')}`
    },
    stop: async () => {
      server?.closeAllConnections()
      if (server?.listening) await new Promise((resolve) => server?.close(resolve))
    },
    start: async () => {
      const provider = new Provider(address, configurationOf(issuer, callback, privateKey, options))
      provider.use(async (ctx, next) => {
        issuer.asked.set(ctx.path, (issuer.asked.get(ctx.path) ?? 0) + 1)
        if (issuer.illness !== undefined) {
          ctx.status = issuer.illness
          ctx.body = 'ill'
          return
        }
        if (ctx.path.startsWith('/interaction/')) return interact(provider, issuer, ctx)
        await next()
        const body = ctx.body as { id_token?: string } | undefined
        if (ctx.path === '/token' && body?.id_token !== undefined && issuer.tamper !== undefined) {
          const changed = issuer.tamper(decode(body.id_token))
          body.id_token = typeof changed === 'string' ? changed : issuer.sign(changed)
        }
      })
      server = createServer(provider.callback()).listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
  }
  beforeAll(() => issuer.start())
  afterAll(() => issuer.stop())
  return issuer
}

function configurationOf(
  issuer: TestIssuer,
  callback: string,
  privateKey: KeyObject,
  options: Configuration,
): Configuration {
  return {
    clients: [
      {
        client_id: issuer.client.id,
        client_secret: issuer.client.secret,
        redirect_uris: [callback],
        post_logout_redirect_uris: [`${new URL(callback).origin}/`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'ours', use: 'sig' } as never] },
    cookies: { keys: [createHash('sha256').update(issuer.address).digest('hex')] },
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'] },
    acrValues: ['gold'],
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          ctx.body = `<!doctype html><title>Kommunen</title>${form}
            <button form="op.logoutForm" name="logout" value="yes">Log ud</button>`
        },
      },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: async (_, id) => {
      const { email, email_verified } = issuer.employee
      return { accountId: id, claims: async () => ({ sub: id, email, email_verified }) }
    },
    // No consent page: the client belongs to the municipality.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
    ...options,
  }
}

/** The issuer's sign-in page with one button, which signs the employee in. */
async function interact(
  provider: Provider,
  issuer: TestIssuer,
  ctx: Parameters<Parameters<Provider['use']>[0]>[0],
): Promise<void> {
  if (ctx.method === 'GET') {
    ctx.type = 'html'
    ctx.body = `<!doctype html><title>Kommunen</title><form method="post"><button>Log ind</button></form>`
    return
  }
  const { id, acr, amr, secondsAgo } = issuer.employee
  const login = {
    accountId: id,
    ...(acr && { acr }),
    ...(amr && { amr }),
    ...(secondsAgo && { ts: Math.floor(Date.now() / 1000) - secondsAgo }),
  }
  ctx.respond = false
  await provider.interactionFinished(ctx.req, ctx.res, { login })
}

/** Keeps cookies, follows redirects, and presses the one button. */
async function walk(address: string, callback: string): Promise<string> {
  const jar = new Map<string, string>()
  let next: { url: string; method: 'GET' | 'POST' } = { url: address, method: 'GET' }
  for (let steps = 0; steps < 12; steps++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const { url, method } = next
    const answer = await fetch(url, { method, redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set)!
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location?.startsWith(callback)) return location.slice(new URL(callback).origin.length)
    if (location !== null) next = { url: new URL(location, url).href, method: 'GET' }
    else if (url.includes('/interaction/') && method === 'GET') next = { url, method: 'POST' }
    else throw new Error(`the issuer stopped at ${url} with ${answer.status}`)
  }
  throw new Error('the issuer goes round in circles')
}

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
const decode = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
