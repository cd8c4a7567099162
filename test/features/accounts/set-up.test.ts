import { describe, expect, onTestFinished, test } from 'vitest'
import { openSetUp } from '../../../src/features/accounts/open-set-up.ts'
import { setPasswordCost } from '../../../src/features/accounts/password.ts'
import { anAccount } from '../../support/accounts.ts'
import { sessionOf, useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'

const house = useHouse()
const site = useSite(house)
const ada = {
  name: 'Ada Administrator',
  email: 'ada@example.dk',
  password: 'tre høje graner bag skolen',
}

describe('setting up', () => {
  test('creates the first administrator and signs them in', async () => {
    setPasswordCost('full')
    onTestFinished(() => setPasswordCost('cheap'))
    const token = (await openSetUp(house.ctx()))!
    const shown = await site.get(`/set-up/${token}`)
    expect(shown.statusCode).toBe(200)
    expect(await validateHtml(shown.body)).toEqual([])
    const answer = await site.post(`/set-up/${token}`, ada)
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/administration')
    const page = await site.get('/administration', sessionOf(answer))
    expect(page.statusCode).toBe(200)
    expect(await validateHtml(page.body)).toEqual([])
    const accounts = await house.db.selectFrom('account').selectAll().execute()
    expect(accounts).toMatchObject([{ email: ada.email, role: 'administrator' }])
    expect(accounts[0]!.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  })

  test('is closed once there is an account', async () => {
    const token = (await openSetUp(house.ctx()))!
    await anAccount(house)
    expect((await site.get(`/set-up/${token}`)).statusCode).toBe(404)
    expect((await site.post(`/set-up/${token}`, ada)).statusCode).toBe(404)
    expect(await openSetUp(house.ctx())).toBeUndefined()
    expect(await house.db.selectFrom('account').selectAll().execute()).toHaveLength(1)
  })

  test('creates one administrator from simultaneous requests', async () => {
    const token = (await openSetUp(house.ctx()))!
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        site.post(`/set-up/${token}`, { ...ada, email: `ada${at}@example.dk` }),
      ),
    )
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([
      303, 404, 404, 404, 404, 404,
    ])
    expect(await house.db.selectFrom('account').selectAll().execute()).toHaveLength(1)
  })

  test('accepts only the newest link, for half an hour', async () => {
    const first = (await openSetUp(house.ctx()))!
    const second = (await openSetUp(house.ctx()))!
    expect((await site.get(`/set-up/${first}`)).statusCode).toBe(404)
    expect((await site.get(`/set-up/${second}`)).statusCode).toBe(200)
    house.clock.advance({ minutes: 30 })
    expect((await site.get(`/set-up/${second}`)).statusCode).toBe(404)
    expect((await site.post(`/set-up/${second}`, ada)).statusCode).toBe(404)
  })

  test.each([
    ['kort'],
    ['123456789012'],
    ['aaaaaaaaaaaaaaaa'],
    ['abcabcabcabcabc'],
    ['abcdefghijklmnop'],
    ['bibliotek2026'],
    ['Makker123456!'],
    ['password1234'],
    ['adgangskode12'],
    ['Basketball2026!'],
    ['superman!!2026'],
    ['1qaz2wsx3edc4rfv'],
    ['sunshine sunshine'.replace(' ', '')],
    ['OdenseKommune2026'],
  ])('refuses the password %s and shows the other fields again', async (password) => {
    const token = (await openSetUp(house.ctx()))!
    const answer = await site.post(`/set-up/${token}`, { ...ada, password })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="ada@example.dk"')
    expect(answer.body).not.toContain(`value="${password}"`)
    expect(await validateHtml(answer.body)).toEqual([])
    expect(await house.db.selectFrom('account').selectAll().execute()).toEqual([])
  })
})
