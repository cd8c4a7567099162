import { beforeEach, describe, expect, test } from 'vitest'
import { hashPassword } from '../../../src/features/accounts/password.ts'
import { anAccount } from '../../support/accounts.ts'
import { sessionOf, useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { aPlace } from '../../support/municipality.ts'
import { oneOf } from '../../support/tries.ts'
import { rows } from '../../access/routes.ts'

const house = useHouse()
const site = useSite(house)
// Another instance of the product on the same database.
const other = useSite(house, { SECRET: site.config.secret })
const password = 'en gul cykel i regnvejr'
const hashed = await hashPassword(password)
const email = 'karen@odense.example'

let accountId: string
beforeEach(async () => {
  ;({ accountId } = await anAccount(house, { email, password: hashed }))
})
const isIn = async (session: string | undefined, where = site) =>
  (await where.get('/programme', session)).statusCode === 200

describe('the sessions of a colleague', () => {
  test('are listed, and each can be ended from another session', async () => {
    const mine = await site.enter({ accountId })
    const lost = await site.enter({ accountId })
    const page = await site.get('/account', mine)
    expect(page.statusCode).toBe(200)
    expect(await validateHtml(page.body)).toEqual([])
    const [end] = page.body.match(/\/account\/sessions\/[\w-]{36}\/end/g)!
    expect(page.body.match(/\/account\/sessions\/[\w-]{36}\/end/g)).toHaveLength(1)
    const stranger = await site.enter(await anAccount(house))
    expect((await site.post(end!, {}, stranger)).statusCode).toBe(404)
    expect(await isIn(lost)).toBe(true)
    expect((await site.post(end!, {}, mine)).statusCode).toBe(303)
    expect(await isIn(lost, other)).toBe(false)
    expect(await isIn(mine, other)).toBe(true)
  })

  test('end everywhere else at once on request', async () => {
    const sessions = [await site.enter({ accountId }), await site.enter({ accountId })]
    const mine = await site.enter({ accountId })
    const stranger = await site.enter(await anAccount(house))
    await site.post('/account/sessions/end-others', {}, mine)
    expect(await Promise.all(sessions.map((session) => isIn(session, other)))).toEqual([
      false,
      false,
    ])
    expect(await isIn(mine)).toBe(true)
    expect(await isIn(stranger)).toBe(true)
  })
})

describe('changing the password', () => {
  test('ends every session and begins a new one', async () => {
    const [mine, lost] = [await site.enter({ accountId }), await site.enter({ accountId })]
    const form = { current: password, password: 'tre høje graner bag skolen' }
    const answer = await site.post('/account/password', form, mine)
    expect(answer.statusCode).toBe(303)
    expect(await isIn(mine)).toBe(false)
    expect(await isIn(lost, other)).toBe(false)
    expect(await isIn(sessionOf(answer))).toBe(true)
    expect((await site.post('/sign-in', { email, password })).statusCode).toBe(401)
    expect((await site.post('/sign-in', { email, password: form.password })).statusCode).toBe(303)
  })

  test.each([
    ['current', { current: 'forkert', password: 'tre høje graner bag skolen' }],
    ['password', { current: password, password: 'kort' }],
  ])('refuses a wrong %s', async (field, form) => {
    const mine = await site.enter({ accountId })
    const answer = await site.post('/account/password', form, mine)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`href="#field-${field}"`)
    expect(await validateHtml(answer.body)).toEqual([])
    expect(await isIn(mine)).toBe(true)
  })
})

describe('a colleague who goes to work for another municipality', () => {
  test('sees nothing of the old one from the next request on, on every instance', async () => {
    const odense = await aPlace(house, site, '0461')
    const roskilde = await aPlace(house, site, '0265')
    const reads = async (where: typeof site, path: string) => {
      const page = await where.get(path, odense.coordinator)
      return { status: page.statusCode, body: page.body }
    }
    const client = { authorization: `Bearer ${odense.client}` }
    const api = () => other.inject({ url: '/api/v1/enrolments', headers: client })
    const own = [`/people/${odense.enrolmentId}`, `/meetings/${odense.meetingId}`, '/people']
    for (const path of own) expect((await reads(other, path)).body, path).toContain(odense.canary)
    expect((await api()).statusCode).toBe(200)
    await house.db
      .updateTable('account')
      .set({ municipality: '0265' })
      .where('id', '=', odense.accountId)
      .execute()
    for (const [at, { url, method, policy }] of site.app.inventory.entries())
      for (const where of oneOf([other, site], at)) {
        const { target, query } = rows[`GET ${url}`] ?? {}
        if (method !== 'GET' || url.startsWith('/api/')) continue
        const id = target === undefined ? 'x' : odense[target]
        const found = await reads(
          where,
          `${url.replace(/:\w+|\*/, id)}?${new URLSearchParams(query?.(odense))}`,
        )
        // Their own name and other people's links show nothing of the municipality.
        if (url.includes(':token') || url === '/account') continue
        expect(found.body.replaceAll(`${odense.canary} Koordinator`, ''), url).not.toContain(
          odense.canary,
        )
        const isTheirs = policy === 'coordinator' && url.includes(':id') && target !== undefined
        if (isTheirs) expect([url, found.status]).toEqual([url, 404])
      }
    expect((await api()).statusCode).toBe(401)
    expect((await reads(other, `/people/${roskilde.enrolmentId}`)).status).toBe(200)
    expect((await reads(other, '/people')).body).toContain(roskilde.canary)
  })
})

describe('an administrator', () => {
  let administrator: string
  beforeEach(async () => {
    administrator = await site.enter(await anAccount(house, { role: 'administrator' }))
  })

  test('disables a colleague: sessions and tokens end on every instance', async () => {
    const session = await site.enter({ accountId })
    const form = { name: 'Tal', scope: 'programme:write', months: '1' }
    const made = await site.post('/tokens', form, session)
    const token = /Bearer ([\w.-]+)/.exec(made.body)![1]!
    const api = () =>
      other.inject({ url: '/api/v1/enrolments', headers: { authorization: `Bearer ${token}` } })
    expect((await api()).statusCode).toBe(200)
    const path = `/administration/accounts/${accountId}/disable`
    expect((await site.post(path, {}, session)).statusCode).toBe(403)
    expect((await site.post(path, {}, administrator)).statusCode).toBe(303)
    expect(await isIn(session, other)).toBe(false)
    expect((await api()).statusCode).toBe(401)
    expect((await site.post('/sign-in', { email, password })).statusCode).toBe(401)
  })

  test('invites a colleague again', async () => {
    const session = await site.enter({ accountId })
    const path = `/administration/accounts/${accountId}/invite`
    expect((await site.post(path, {}, administrator)).statusCode).toBe(303)
    expect(await isIn(session)).toBe(false)
    expect((await site.post('/sign-in', { email, password })).statusCode).toBe(401)
    const mails = await house.db.selectFrom('mail').selectAll().execute()
    expect(mails).toMatchObject([{ kind: 'staff-invitation', accountId }])
  })

  test('cannot disable their own account', async () => {
    const own = await house.db
      .selectFrom('account')
      .select('id')
      .where('role', '=', 'administrator')
      .executeTakeFirstOrThrow()
    const path = `/administration/accounts/${own.id}/disable`
    expect((await site.post(path, {}, administrator)).statusCode).toBe(409)
    expect((await site.get('/administration', administrator)).statusCode).toBe(200)
  })
})
