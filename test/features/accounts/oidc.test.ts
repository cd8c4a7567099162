import { generateKeyPairSync } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { openKeyRing } from '../../../src/db/seal.ts'
import { hashPassword } from '../../../src/features/accounts/password.ts'
import { reinviteColleague } from '../../../src/features/accounts/reinvite.ts'
import { openLink } from '../../../src/features/accounts/links/open-link.ts'
import { newSecret, totpPlace } from '../../../src/features/accounts/second-factor/totp.ts'
import { translate } from '../../../src/locales/translate.ts'
import type { ProblemType } from '../../../src/problems.ts'
import { anAccount } from '../../support/accounts.ts'
import { type Answer, sessionOf, useSite } from '../../support/app.ts'
import { dump, linesWith } from '../../support/dump.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { useIssuer } from '../../support/issuer.ts'
import { freePort } from '../../support/port.ts'

const house = useHouse()
const issuer = useIssuer('http://localhost:3000/sign-in/oidc/callback', await freePort())
const other = useIssuer('http://localhost:3000/sign-in/oidc/callback', await freePort())
const settings = {
  OIDC_ISSUER: issuer.address,
  OIDC_CLIENT_ID: issuer.client.id,
  OIDC_CLIENT_SECRET: issuer.client.secret,
  OIDC_NAME: 'Odense Kommune',
  OIDC_SECOND_FACTOR: 'mfa, gold',
}
const site = useSite(house, settings)
// Another instance of the product on the same database.
const twin = useSite(house, settings)
const strict = useSite(house, { ...settings, SECOND_FACTOR: 'required' })
const only = useSite(house, { ...settings, OIDC_SIGN_IN: 'required' })
const without = useSite(house)
// An instance that has not read the issuer's metadata yet.
const freshSite = useSite(house, settings)
const plain = useIssuer('http://localhost:3000/sign-in/oidc/callback', await freePort(), {
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
})
const bare = useSite(house, { ...settings, OIDC_ISSUER: plain.address })
const email = 'karen@odense.example'
const karen = { id: 'karen-at-work', email, email_verified: true }
const password = 'en gul cykel i regnvejr'
const hashed = await hashPassword(password)

let accountId: string
beforeEach(async () => {
  ;({ accountId } = await anAccount(house, { email }))
  Object.assign(issuer, { employee: karen, tamper: undefined, illness: undefined })
  Object.assign(other, { employee: karen, tamper: undefined, illness: undefined })
  Object.assign(plain, { employee: karen, tamper: undefined, illness: undefined })
})

const titleOf = (type: ProblemType) => translate('da')(`problem.${type}.title`)
const cookieOf = (answer: Answer, name: string) =>
  answer.cookies.find((cookie) => cookie.name === name)
const onwardTo = (answer: Answer) =>
  /http-equiv="refresh" content="0; url=([^"]+)"/.exec(answer.body)?.[1]?.replaceAll('&amp;', '&')

/** The body without directional isolates. */
const wordsOf = ({ body }: Answer) => body.replace(/[\u2068\u2069]/g, '')

interface Left {
  address: string
  away: string
}

/** Presses the sign-in button; returns the issuer's address and the browser's cookie. */
async function leave(
  at = site,
  { session, path = '/sign-in/oidc', next = '/people' } = {} as Record<string, string | undefined>,
): Promise<Left> {
  const answer = await at.post(path!, { next: next! }, session)
  expect(answer.statusCode).toBe(200)
  return { address: onwardTo(answer)!, away: cookieOf(answer, 'away')!.value }
}

const comeBack = (path: string, away: string | undefined, at = site) =>
  at.inject({ url: path, ...(away === undefined ? {} : { cookies: { away } }) })

/** Signs in at the issuer and returns with the answer. */
async function signIn(at = site, how: Parameters<typeof leave>[1] = {}): Promise<Answer> {
  const { address, away } = await leave(at, how)
  return comeBack(await issuer.walk(address), away, at)
}

const isIn = async (session: string | undefined, at = site) =>
  (await at.get('/programme', session)).statusCode === 200

const account = () =>
  house.db.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow()

/** No session, no link to an account, and no reason on the page. */
async function expectRefused(answer: Answer): Promise<void> {
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain(titleOf('sign-in-refused'))
  expect(answer.body).not.toContain(karen.id)
  expect(answer.body).not.toContain(email)
  expect(sessionOf(answer)).toBeUndefined()
  expect(await house.db.selectFrom('session').selectAll().execute()).toEqual([])
}

describe('a colleague who was invited', () => {
  test('signs in at the issuer and returns to the page they wanted', async () => {
    const page = await site.get('/sign-in?next=/people')
    expect(wordsOf(page)).toContain('Log ind med Odense Kommune')
    expect(page.body).toContain('name="password"')
    expect(await validateHtml(page.body)).toEqual([])
    const away = await site.post('/sign-in/oidc', { next: '/people' })
    expect(await validateHtml(away.body)).toEqual([])
    expect(cookieOf(away, 'away')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: 600,
    })
    const query = new URL(onwardTo(away)!).searchParams
    expect(Object.fromEntries(query)).toMatchObject({
      client_id: 'makker',
      response_type: 'code',
      redirect_uri: 'http://localhost:3000/sign-in/oidc/callback',
      code_challenge_method: 'S256',
      scope: 'openid email',
    })
    const back = await comeBack(
      await issuer.walk(onwardTo(away)!),
      cookieOf(away, 'away')!.value,
      twin,
    )
    expect(back.statusCode).toBe(200)
    expect(await validateHtml(back.body)).toEqual([])
    expect(onwardTo(back)).toBe('/people')
    expect(cookieOf(back, 'away')?.value).toBe('')
    expect(await isIn(sessionOf(back))).toBe(true)
    expect(await account()).toMatchObject({
      oidcIssuer: issuer.address,
      oidcSubject: karen.id,
      password: null,
    })
  })

  test('is identified by the issuer’s subject from then on, not by the address', async () => {
    await signIn()
    issuer.employee = { ...karen, email: 'karen.nygift@odense.example', email_verified: false }
    expect(await isIn(sessionOf(await signIn()))).toBe(true)
    // The next owner of the address does not get the account.
    issuer.employee = { ...karen, id: 'somebody-else' }
    await house.db.deleteFrom('session').execute()
    await expectRefused(await signIn())
    expect((await account()).oidcSubject).toBe(karen.id)
  })

  test('invalidates the invitation and is recorded as linked', async () => {
    const lasts = Temporal.Duration.from({ hours: 1 })
    const owner = { accountId, municipality: '0461' }
    const invitation = await openLink(house.ctx(), { purpose: 'invitation', ...owner, lasts })
    const page = await site.get(`/invitation/${invitation}`)
    expect(wordsOf(page)).toContain('Log ind med Odense Kommune')
    expect(await validateHtml(page.body)).toEqual([])
    await signIn()
    expect((await site.post(`/invitation/${invitation}`, { password })).statusCode).toBe(404)
    const entries = await house.db.selectFrom('auditEntry').selectAll().execute()
    expect(entries).toMatchObject([{ action: 'account-linked', subjectId: accountId }])
  })

  test('is no longer linked to the issuer once they are invited again', async () => {
    await signIn()
    await reinviteColleague(house.ctx(), accountId)
    expect(await account()).toMatchObject({ oidcIssuer: null, oidcSubject: null })
    issuer.employee = { ...karen, id: 'another-name' }
    expect(await isIn(sessionOf(await signIn()))).toBe(true)
  })

  test('is linked once by simultaneous sign-ins', async () => {
    const visits = [await leave(), await leave(), await leave()]
    const paths = await Promise.all(visits.map(({ address }) => issuer.walk(address)))
    const answers = await Promise.all(
      paths.map((path, at) => comeBack(path, visits[at]!.away, at % 2 ? twin : site)),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  })

  test('begins a new session and ends the one that the browser had', async () => {
    const before = await site.enter(await anAccount(house))
    const answer = await signIn(site, { session: before })
    expect(await isIn(sessionOf(answer))).toBe(true)
    expect(await isIn(before)).toBe(false)
  })

  test('signs in where the ID token itself holds the address', async () => {
    issuer.tamper = (claims) => ({ ...claims, email, xms_edov: true })
    issuer.employee = { ...karen, email: 'unused@odense.example', email_verified: false }
    expect(await isIn(sessionOf(await signIn()))).toBe(true)
  })
})

describe('signing out', () => {
  const signOut = (session: string, at = site) => at.post('/sign-out', {}, session)

  test('ends the session with the issuer too, and returns', async () => {
    const session = sessionOf(await signIn())!
    const answer = await signOut(session)
    expect(answer.statusCode).toBe(200)
    const { origin, pathname, searchParams } = new URL(onwardTo(answer)!)
    expect(origin + pathname).toBe(`${issuer.address}/session/end`)
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'makker',
      post_logout_redirect_uri: 'http://localhost:3000/',
    })
    expect(wordsOf(answer)).toContain('Log også ud hos Odense Kommune')
    expect(await validateHtml(answer.body)).toEqual([])
    // The session has ended here even if the browser goes no further.
    expect(answer.body).not.toContain('name="_form"')
    expect(cookieOf(answer, 'makker')?.value).toBe('')
    expect(answer.headers['clear-site-data']).toContain('storage')
    expect(await isIn(session)).toBe(false)
    // The issuer accepts the address and asks for confirmation.
    expect((await fetch(onwardTo(answer)!)).status).toBe(200)
    expect((await signOut(session)).headers.location).toBe('/')
  })

  test('does so for a password session that was confirmed at the issuer', async () => {
    await house.db.updateTable('account').set({ password: hashed }).execute()
    const signedIn = await site.post('/sign-in', { email, password })
    const how = { session: sessionOf(signedIn)!, path: '/confirm/oidc' }
    const confirmed = sessionOf(await signIn(site, how))!
    expect(onwardTo(await signOut(confirmed))).toContain(`${issuer.address}/session/end`)
  })

  test('does not visit the issuer for a password session', async () => {
    await house.db.updateTable('account').set({ password: hashed }).execute()
    const session = sessionOf(await site.post('/sign-in', { email, password }))!
    const answer = await signOut(session)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
    expect(await isIn(session)).toBe(false)
  })

  test.each([
    ['is unreachable', async () => issuer.stop()],
    ['is no longer configured', async () => {}],
  ])('ends our session at once when the issuer %s', async (why, happen) => {
    const session = sessionOf(await signIn())!
    await happen()
    const elsewhere = why === 'is unreachable' ? freshSite : without
    try {
      const answer = await signOut(session, elsewhere)
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
    } finally {
      if (why === 'is unreachable') await issuer.start()
    }
    expect(await isIn(session)).toBe(false)
  })

  test('ends only our session where the issuer has no sign-out', async () => {
    const { address, away } = await leave(bare)
    const session = sessionOf(await comeBack(await plain.walk(address), away, bare))!
    expect((await signOut(session, bare)).headers.location).toBe('/')
    expect(await isIn(session, bare)).toBe(false)
  })
})

describe('who is not let in, without a reason', () => {
  test('an identity without an account, and no account is created', async () => {
    issuer.employee = { id: 'x', email: 'stranger@odense.example', email_verified: true }
    await expectRefused(await signIn())
    expect(await house.db.selectFrom('account').selectAll().execute()).toHaveLength(1)
  })

  test.each([[false], [undefined]])('an address verified: %s', async (email_verified) => {
    issuer.employee = {
      id: karen.id,
      email,
      ...(email_verified !== undefined && { email_verified }),
    }
    await expectRefused(await signIn())
    expect((await account()).oidcSubject).toBeNull()
  })

  test.each(['true', 1, 'false', null])('an address that is verified: %j', async (verified) => {
    issuer.tamper = (claims) => ({ ...claims, email, email_verified: verified })
    await expectRefused(await signIn())
  })

  test('a disabled colleague, linked or not', async () => {
    const disable = (disabledAt: Temporal.Instant | null) =>
      house.db.updateTable('account').set({ disabledAt }).execute()
    await disable(house.clock.now())
    await expectRefused(await signIn())
    expect((await account()).oidcSubject).toBeNull()
    await disable(null)
    await signIn()
    await disable(house.clock.now())
    await house.db.deleteFrom('session').execute()
    await expectRefused(await signIn())
  })

  test('a colleague who cancels at the issuer', async () => {
    const { address, away } = await leave()
    const state = new URL(address).searchParams.get('state')
    const path = `/sign-in/oidc/callback?error=access_denied&state=${state}&iss=${issuer.address}`
    await expectRefused(await comeBack(path, away))
  })
})

describe('an answer that was not asked for', () => {
  test('is refused without the browser that asked, and in another browser', async () => {
    const mine = await leave()
    const theirs = await leave()
    const path = await issuer.walk(mine.address)
    await expectRefused(await comeBack(path, undefined))
    await expectRefused(await comeBack(path, theirs.away))
    await expectRefused(await comeBack(path, ''))
    expect((await comeBack(path, mine.away)).statusCode).toBe(200)
  })

  test('is refused with an unknown state', async () => {
    const { address, away } = await leave()
    const path = await issuer.walk(address)
    for (const state of ['x'.repeat(43), '', 'null'])
      await expectRefused(await comeBack(path.replace(/state=[^&]+/, `state=${state}`), away))
    await expectRefused(await comeBack(path.replace(/&state=[^&]+/, ''), away))
    await expectRefused(await comeBack('/sign-in/oidc/callback', away))
  })

  test('is refused the second time, also when sent simultaneously', async () => {
    const { address, away } = await leave()
    const path = await issuer.walk(address)
    const asked = issuer.asked.get('/token') ?? 0
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) => comeBack(path, away, at % 2 ? twin : site)),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([
      200, 403, 403, 403, 403, 403,
    ])
    await house.db.deleteFrom('session').execute()
    await expectRefused(await comeBack(path, away))
    // Refused by the product: the issuer might have forgotten that the code was used.
    expect(issuer.asked.get('/token')).toBe(asked + 1)
  })

  test('is refused with a code from another answer', async () => {
    const used = await leave()
    const code = /code=([^&]+)/.exec(await issuer.walk(used.address))![1]!
    const fresh = await leave()
    const path = await issuer.walk(fresh.address)
    await expectRefused(await comeBack(path.replace(/code=[^&]+/, `code=${code}`), fresh.away))
  })

  test('is refused after ten minutes', async () => {
    const { address, away } = await leave()
    const path = await issuer.walk(address)
    house.clock.advance({ minutes: 10 })
    await expectRefused(await comeBack(path, away))
    await leave()
    expect(await house.db.selectFrom('oidcAttempt').selectAll().execute()).toHaveLength(1)
  })

  test('cannot be made from what the database holds', async () => {
    const { address, away } = await leave()
    const { state, nonce, code_challenge } = Object.fromEntries(new URL(address).searchParams)
    const secrets = [state!, nonce!, code_challenge!, away]
    expect(linesWith(await dump(house), secrets)).toEqual([])
    const again = Object.fromEntries(new URL((await leave()).address).searchParams)
    const both = [state, nonce, code_challenge, again.state, again.nonce, again.code_challenge]
    expect(new Set(both).size).toBe(6)
  })

  test.each(['GET', 'HEAD'] as const)(
    'is not used up by a %s without the browser’s cookie',
    async (method) => {
      const { address, away } = await leave()
      const path = await issuer.walk(address)
      for (let visit = 0; visit < 5; visit++)
        expect((await site.inject({ method, url: path })).statusCode).toBe(403)
      expect((await comeBack(path, away)).statusCode).toBe(200)
    },
  )
})

describe('an ID token that is not to be believed', () => {
  const { privateKey: foreignKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const now = () => Math.floor(Date.now() / 1000)

  test.each<[string, (claims: Record<string, unknown>) => string | Record<string, unknown>]>([
    ['for another nonce', (claims) => ({ ...claims, nonce: 'x'.repeat(43) })],
    ['for no nonce', ({ nonce: _, ...claims }) => claims],
    ['by another issuer', (claims) => ({ ...claims, iss: other.address })],
    ['for another client', (claims) => ({ ...claims, aud: 'somebody' })],
    ['that has expired', (claims) => ({ ...claims, exp: now() - 3_600, iat: now() - 7_200 })],
    ['without an expiry', ({ exp: _, ...claims }) => claims],
    ['without a subject', ({ sub: _, ...claims }) => claims],
    ['without a signature', (claims) => issuer.sign(claims, { alg: 'none' })],
    ['signed with another key', (claims) => issuer.sign(claims, { key: foreignKey })],
    ['signed with another algorithm', (claims) => issuer.sign(claims, { alg: 'HS256' })],
    ['that is cut short', (claims) => issuer.sign(claims).slice(0, -200)],
    ['that is not a token', () => 'x'],
  ])('is refused: %s', async (_, tamper) => {
    issuer.tamper = tamper
    await expectRefused(await signIn())
    expect((await account()).oidcSubject).toBeNull()
  })

  test('is refused when another issuer sent it', async () => {
    const { address, away } = await leave()
    const elsewhere = address.replace(issuer.address, other.address)
    await expectRefused(await comeBack(await other.walk(elsewhere), away))
    const second = await leave()
    const path = await issuer.walk(second.address)
    const mixed = path.replace(/iss=[^&]+/, `iss=${encodeURIComponent(other.address)}`)
    await expectRefused(await comeBack(mixed, second.away))
    const third = await leave()
    const silent = (await issuer.walk(third.address)).replace(/&iss=[^&]+/, '')
    await expectRefused(await comeBack(silent, third.away))
  })
})

describe('the issuer’s second factor', () => {
  const withTotp = async () => {
    const totpSecret = openKeyRing(site.config.encryptionKeys).seal(
      newSecret(),
      totpPlace('totp_secret', accountId),
    )
    await house.db.updateTable('account').set({ totpSecret }).execute()
  }

  test.each([
    ['amr', { amr: ['pwd', 'mfa'] }],
    ['acr', { acr: 'gold' }],
  ])('counts when it is reported in %s', async (_, said) => {
    await withTotp()
    issuer.employee = { ...karen, ...said }
    const answer = await signIn(strict)
    expect(onwardTo(answer)).toBe('/people')
    expect(await isIn(sessionOf(answer), strict)).toBe(true)
  })

  test('is asked for by us when the issuer does not report it', async () => {
    issuer.employee = { ...karen, amr: ['pwd'], acr: 'silver' }
    const first = await signIn(strict)
    expect(onwardTo(first)).toBe('/confirm?next=%2Fpeople')
    expect(await isIn(sessionOf(first), strict)).toBe(false)
    const confirm = await strict.get('/confirm', sessionOf(first))
    expect(confirm.headers.location).toBe('/second-factor')
    await withTotp()
    const second = await signIn()
    expect(await isIn(sessionOf(second))).toBe(false)
    expect((await site.get('/confirm', sessionOf(second))).body).toContain('name="proof"')
  })
})

describe('confirming there', () => {
  const token = { name: 'Power BI', scope: 'stats:read', months: '1' }
  const confirmFrom = (session: string) =>
    signIn(site, { session, path: '/confirm/oidc', next: '/tokens' })

  async function late(): Promise<string> {
    const session = sessionOf(await signIn())!
    house.clock.advance({ minutes: 6 })
    expect((await site.post('/tokens', token, session)).statusCode).toBe(403)
    return session
  }

  test('requires a fresh authentication and renews the session’s token', async () => {
    const session = await late()
    const page = await site.get('/confirm?next=/tokens', session)
    expect(wordsOf(page)).toContain('Bekræft med Odense Kommune')
    expect(page.body).not.toContain('name="proof"')
    expect(await validateHtml(page.body)).toEqual([])
    const { address } = await leave(site, { session, path: '/confirm/oidc' })
    expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject({
      prompt: 'login',
      max_age: '60',
    })
    const confirmed = await confirmFrom(session)
    expect(onwardTo(confirmed)).toBe('/tokens')
    expect(await isIn(session)).toBe(false)
    expect((await site.post('/tokens', token, sessionOf(confirmed))).statusCode).toBe(201)
  })

  const refuses = async (session: string) => {
    const answer = await confirmFrom(session)
    expect([answer.statusCode, sessionOf(answer)]).toEqual([403, undefined])
    expect((await site.post('/tokens', token, session)).statusCode).toBe(403)
  }

  test('is refused when the authentication is an hour old or has no time', async () => {
    const session = await late()
    issuer.tamper = (claims) => ({ ...claims, auth_time: Math.floor(Date.now() / 1000) - 3_600 })
    await refuses(session)
    issuer.tamper = ({ auth_time: _, ...claims }) => claims
    await refuses(session)
  })

  test('is refused for another colleague’s session, and for one that has ended', async () => {
    const session = await late()
    await anAccount(house, { email: 'ida@odense.example' })
    issuer.employee = { id: 'ida', email: 'ida@odense.example', email_verified: true }
    await refuses(session)
    issuer.employee = karen
    const { address, away } = await leave(site, { session, path: '/confirm/oidc' })
    const path = await issuer.walk(address)
    await site.post('/sign-out', {}, session)
    const answer = await comeBack(path, away)
    expect([answer.statusCode, sessionOf(answer)]).toEqual([403, undefined])
  })

  test('is refused while a second factor is missing, and without a session', async () => {
    const session = sessionOf(await signIn(strict))!
    expect((await strict.post('/confirm/oidc', {}, session)).statusCode).toBe(401)
    expect((await site.post('/confirm/oidc', {})).statusCode).toBe(401)
    const verified = await late()
    const { address, away } = await leave(strict, { session: verified, path: '/confirm/oidc' })
    expect((await comeBack(await issuer.walk(address), away, strict)).statusCode).toBe(403)
  })
})

describe('an issuer that is unreachable', () => {
  test('does not affect sign-in with a password', async () => {
    await house.db.updateTable('account').set({ password: hashed }).execute()
    const fresh = { ...settings, OIDC_ISSUER: 'http://127.0.0.1:9' }
    const { buildApp } = await import('../../../src/app.ts')
    const { readConfig } = await import('../../../src/config.ts')
    const app = await buildApp(house.ctx(), readConfig({ LOG_LEVEL: 'silent', ...fresh }))
    try {
      const headers = {
        origin: 'http://localhost:3000',
        'content-type': 'application/x-www-form-urlencoded',
      }
      const post = (url: string, payload: string) =>
        app.inject({ method: 'POST', url, headers, payload })
      const away = await post('/sign-in/oidc', '')
      expect(away.statusCode).toBe(503)
      expect(away.body).toContain(titleOf('issuer-unavailable'))
      expect(await validateHtml(away.body)).toEqual([])
      const form = new URLSearchParams({ email, password }).toString()
      expect((await post('/sign-in', form)).statusCode).toBe(303)
    } finally {
      await app.close()
    }
  })

  test('keeps its last metadata in use, but no answer can be verified', async () => {
    await signIn()
    const away = await leave()
    const path = await issuer.walk(away.address)
    const asked = issuer.asked.get('/.well-known/openid-configuration')
    await leave()
    expect(issuer.asked.get('/.well-known/openid-configuration')).toBe(asked)
    house.clock.advance({ hours: 2 })
    issuer.illness = 503
    expect((await leave()).address).toContain(issuer.address)
    issuer.illness = undefined
    const later = await leave()
    expect(issuer.asked.get('/.well-known/openid-configuration')).toBeGreaterThan(asked!)
    const back = await issuer.walk(later.address)
    issuer.illness = 503
    const answer = await comeBack(back, later.away)
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain(titleOf('issuer-unavailable'))
    expect((await comeBack(path, away.away)).statusCode).toBe(403)
  })

  test('during an answer is reported, and the answer is used up', async () => {
    const { address, away } = await leave()
    const path = await issuer.walk(address)
    await issuer.stop()
    try {
      expect((await comeBack(path, away)).statusCode).toBe(503)
    } finally {
      await issuer.start()
    }
    expect((await comeBack(path, away)).statusCode).toBe(403)
  })
})

describe('where the municipality’s sign-in is the only one', () => {
  test('passwords are neither asked for nor accepted', async () => {
    await house.db.updateTable('account').set({ password: hashed }).execute()
    const page = await only.get('/sign-in')
    expect(page.body).not.toContain('name="password"')
    expect(await validateHtml(page.body)).toEqual([])
    expect((await only.post('/sign-in', { email, password })).statusCode).toBe(403)
    const session = sessionOf(await signIn(only))!
    house.clock.advance({ minutes: 6 })
    const confirm = await only.get('/confirm', session)
    expect(confirm.body).not.toContain('name="proof"')
    expect((await only.post('/confirm', { proof: password }, session)).statusCode).toBe(422)
    expect((await only.get('/account', session)).body).not.toContain('name="password"')
  })

  test('an invitation leads there and accepts no password', async () => {
    const lasts = Temporal.Duration.from({ hours: 1 })
    const owner = { accountId, municipality: '0461' }
    const invitation = await openLink(house.ctx(), { purpose: 'invitation', ...owner, lasts })
    const page = await only.get(`/invitation/${invitation}`)
    expect(page.body).toContain('action="/sign-in/oidc"')
    expect(page.body).not.toContain('name="password"')
    expect(await validateHtml(page.body)).toEqual([])
    expect((await only.post(`/invitation/${invitation}`, { password })).statusCode).toBe(403)
  })
})

test('without an issuer no page mentions it', async () => {
  expect((await without.get('/sign-in')).body).not.toContain('oidc')
  expect((await without.post('/sign-in/oidc', {})).statusCode).toBe(404)
  expect((await without.get('/sign-in/oidc/callback?code=x&state=x')).statusCode).toBe(404)
  const session = await without.enter({ accountId })
  expect((await without.post('/confirm/oidc', {}, session)).statusCode).toBe(404)
})
