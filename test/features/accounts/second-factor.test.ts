import { beforeEach, describe, expect, test } from 'vitest'
import { openKeyRing } from '../../../src/db/seal.ts'
import { openLink } from '../../../src/features/accounts/links/open-link.ts'
import { openSetUp } from '../../../src/features/accounts/open-set-up.ts'
import { hashPassword } from '../../../src/features/accounts/password.ts'
import { codeAt, stepAt, totpPlace } from '../../../src/features/accounts/second-factor/totp.ts'
import { anAccount } from '../../support/accounts.ts'
import { sessionOf, useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'

const house = useHouse()
const site = useSite(house, { SECOND_FACTOR: 'required' })
const password = 'en gul cykel i regnvejr'
const email = 'karen@odense.example'
const hashed = await hashPassword(password)

let accountId: string
beforeEach(async () => {
  ;({ accountId } = await anAccount(house, { email, password: hashed }))
})

async function withPassword(): Promise<{ session: string; location: string }> {
  const answer = await site.post('/sign-in', { email, password })
  expect(answer.statusCode).toBe(303)
  return { session: sessionOf(answer)!, location: String(answer.headers.location) }
}

const secretOf = async (column: 'totpSecret' | 'totpPending') => {
  const row = await house.db
    .selectFrom('account')
    .select(column)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return row[column]
}
const keys = openKeyRing(site.config.encryptionKeys)
const codeNow = async (column: 'totpSecret' | 'totpPending' = 'totpSecret') => {
  const place = totpPlace(column === 'totpSecret' ? 'totp_secret' : 'totp_pending', accountId)
  return codeAt(keys.open((await secretOf(column))!, place), stepAt(house.clock.now()))
}

async function enrol(): Promise<{ session: string; codes: string[] }> {
  const { session } = await withPassword()
  await site.post('/second-factor/new', {}, session)
  const code = await codeNow('totpPending')
  const answer = await site.post('/second-factor', { code }, session)
  expect(answer.statusCode).toBe(200)
  const codes = [...answer.body.matchAll(/<code>([\w-]{11})<\/code>/g)].map((match) => match[1]!)
  house.clock.advance({ seconds: 30 })
  return { session: sessionOf(answer)!, codes }
}

describe('the password alone, where a second factor is required', () => {
  test('opens only the page that sets the second factor up', async () => {
    const { session, location } = await withPassword()
    expect(location).toBe('/confirm?next=%2F')
    for (const path of ['/programme', '/tokens', '/account', '/people', '/proposals', '/mail'])
      expect((await site.get(path, session)).statusCode).toBe(303)
    expect((await site.post('/programme/sites', {}, session)).statusCode).toBe(401)
    expect((await site.get('/sign-in', session)).headers.location).toBe('/confirm?next=%2F')
    expect((await site.get('/confirm', session)).headers.location).toBe('/second-factor')
    const tried = await site.post('/confirm', { proof: password }, session)
    expect(tried.headers.location).toBe('/second-factor')
    expect((await site.get('/programme', session)).statusCode).toBe(303)
    await site.post('/second-factor/new', {}, session)
    const page = await site.get('/second-factor', session)
    expect(page.statusCode).toBe(200)
    expect(page.body).toMatch(/<svg\s+role="img"\s+aria-label="QR-kode[^"]+"/)
    expect(await validateHtml(page.body)).toEqual([])
  })

  test('is not enough to replace an existing second factor', async () => {
    await enrol()
    const { session } = await withPassword()
    expect((await site.get('/second-factor', session)).headers.location).toBe('/confirm')
    expect((await site.post('/second-factor/new', {}, session)).statusCode).toBe(403)
    expect(await secretOf('totpPending')).toBeNull()
    expect((await site.get('/programme', session)).statusCode).toBe(303)
  })
})

describe('a new colleague, where a second factor is required', () => {
  test('sets it up first, whether invited or the first administrator', async () => {
    const lasts = Temporal.Duration.from({ hours: 1 })
    await house.db.updateTable('account').set({ password: null }).execute()
    const owner = { accountId, municipality: '0461' }
    const invitation = await openLink(house.ctx(), { purpose: 'invitation', ...owner, lasts })
    const accepted = await site.post(`/invitation/${invitation}`, { password })
    expect(accepted.headers.location).toBe('/second-factor')
    expect((await site.get('/programme', sessionOf(accepted))).statusCode).toBe(303)
    expect((await site.get('/second-factor', sessionOf(accepted))).statusCode).toBe(200)

    await house.db.deleteFrom('account').execute()
    const first = await openSetUp(house.ctx())
    const made = await site.post(`/set-up/${first}`, { name: 'Ada', email, password })
    expect(made.headers.location).toBe('/second-factor')
    expect((await site.get('/administration', sessionOf(made))).statusCode).toBe(303)
  })
})

describe('setting the second factor up', () => {
  test('requires a code from the app, and shows recovery codes once', async () => {
    const { session } = await withPassword()
    await site.post('/second-factor/new', {}, session)
    const shown = await site.get('/second-factor', session)
    expect(shown.body).toContain('otpauth://totp/')
    expect(await validateHtml(shown.body)).toEqual([])
    const wrong = await site.post('/second-factor', { code: '000000' }, session)
    expect(wrong.statusCode).toBe(422)
    expect(await secretOf('totpSecret')).toBeNull()
    const code = await codeNow('totpPending')
    const answer = await site.post('/second-factor', { code }, session)
    expect(answer.body.match(/<code>[\w-]{11}<\/code>/g)).toHaveLength(10)
    expect(await validateHtml(answer.body)).toEqual([])
    const next = sessionOf(answer)!
    expect(next).not.toBe(session)
    expect((await site.get('/programme', next)).statusCode).toBe(200)
    expect((await site.get('/programme', session)).statusCode).toBe(303)
    const stored = JSON.stringify(await house.db.selectFrom('recoveryCode').selectAll().execute())
    for (const [, plain] of answer.body.matchAll(/<code>([\w-]{11})<\/code>/g))
      expect(stored).not.toContain(plain)
  })
})

describe('signing in with a second factor', () => {
  test('accepts the current code once', async () => {
    await enrol()
    const { session } = await withPassword()
    const code = await codeNow()
    const answer = await site.post('/confirm', { proof: code, next: '/people' }, session)
    expect(answer.headers.location).toBe('/people')
    expect(sessionOf(answer)).not.toBe(session)
    expect((await site.get('/programme', sessionOf(answer))).statusCode).toBe(200)
    const second = await withPassword()
    const again = await site.post('/confirm', { proof: code }, second.session)
    expect(again.statusCode).toBe(422)
    expect(await validateHtml(again.body)).toEqual([])
    house.clock.advance({ seconds: 30 })
    const later = await site.post('/confirm', { proof: await codeNow() }, second.session)
    expect(later.statusCode).toBe(303)
  })

  test('accepts a code once when it is sent several times simultaneously', async () => {
    await enrol()
    const sessions = [await withPassword(), await withPassword(), await withPassword()]
    const code = await codeNow()
    const answers = await Promise.all(
      sessions.map(({ session }) => site.post('/confirm', { proof: code }, session)),
    )
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 422, 422])
  })

  test('accepts each recovery code once, in any case and spacing', async () => {
    const { codes } = await enrol()
    const first = await withPassword()
    const typed = ` ${codes[0]!.toUpperCase().replace('-', ' ')} `
    expect((await site.post('/confirm', { proof: typed }, first.session)).statusCode).toBe(303)
    const second = await withPassword()
    expect((await site.post('/confirm', { proof: codes[0]! }, second.session)).statusCode).toBe(422)
    expect((await site.post('/confirm', { proof: codes[1]! }, second.session)).statusCode).toBe(303)
  })

  test('limits guessing to ten attempts, which only a holder of the password can use up', async () => {
    await enrol()
    const { session } = await withPassword()
    const answers = []
    for (let guess = 0; guess < 11; guess++)
      answers.push(await site.post('/confirm', { proof: String(100_000 + guess) }, session))
    expect(answers.map((answer) => answer.statusCode)).toEqual([...Array(10).fill(422), 429])
    expect(answers.at(-1)!.headers['retry-after']).toBe('900')
    house.clock.advance({ minutes: 15 })
    const answer = await site.post('/confirm', { proof: await codeNow() }, session)
    expect(answer.statusCode).toBe(303)
    expect((await site.post('/confirm', { proof: '123456' })).statusCode).toBe(401)
  })
})

describe('a sensitive action', () => {
  const token = { name: 'Power BI', scope: 'stats:read', months: '1' }

  test('asks for confirmation again five minutes after the last one', async () => {
    const { session } = await enrol()
    expect((await site.post('/tokens', token, session)).statusCode).toBe(201)
    house.clock.advance({ minutes: 6 })
    const refused = await site.post('/tokens', token, session)
    expect(refused.statusCode).toBe(403)
    expect(refused.body).toContain('href="/confirm?next=%2Ftokens"')
    expect(await validateHtml(refused.body)).toEqual([])
    expect((await site.post('/second-factor/new', {}, session)).statusCode).toBe(403)
    const confirmed = await site.post(
      '/confirm',
      { proof: await codeNow(), next: '/tokens' },
      session,
    )
    expect(confirmed.headers.location).toBe('/tokens')
    const next = sessionOf(confirmed)!
    expect((await site.post('/tokens', token, session)).statusCode).toBe(401)
    expect((await site.post('/tokens', token, next)).statusCode).toBe(201)
  })

  test('asks for the password where there is no second factor', async () => {
    const session = await site.enter({ accountId })
    house.clock.advance({ minutes: 6 })
    expect((await site.post('/tokens', token, session)).statusCode).toBe(403)
    const page = await site.get('/confirm?next=/tokens', session)
    expect(page.body).toContain('type="password"')
    expect((await site.post('/confirm', { proof: 'forkert' }, session)).statusCode).toBe(422)
    const confirmed = await site.post('/confirm', { proof: password, next: '/tokens' }, session)
    expect(confirmed.statusCode).toBe(303)
    expect((await site.post('/tokens', token, sessionOf(confirmed))).statusCode).toBe(201)
  })
})
