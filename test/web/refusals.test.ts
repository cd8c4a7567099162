import { expect, test } from 'vitest'
import { hashPassword } from '../../src/features/accounts/password.ts'
import { translate } from '../../src/locales/translate.ts'
import type { ProblemType } from '../../src/problems.ts'
import { anAccount } from '../support/accounts.ts'
import { baseUrl, encode, useSite } from '../support/app.ts'
import { aClient } from '../support/client.ts'
import { useHouse } from '../support/house.ts'

const password = await hashPassword('en gul cykel i regnvejr')
const house = useHouse()
const site = useSite(house)

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const json = { 'content-type': 'application/json' }

const titleOf = (type: ProblemType) => translate('da')(`problem.${type}.title`)

test('a token for statistics may not read people', async () => {
  const { actor } = await anAccount(house)
  const reader = await aClient(house, site, actor, 'stats:read')
  expect((await reader.get('/enrolments')).json().type).toBe('/problems/not-allowed')
})

test('a wrong password is reported on the page', async () => {
  const wrong = { email: 'nobody@example.dk', password: 'en gul cykel i regnvejr' }
  expect((await site.post('/sign-in', wrong)).body).toContain(titleOf('wrong-credentials'))
})

test('a form without the token of its session is refused as expired', async () => {
  const { accountId } = await anAccount(house)
  const answer = await site.inject({
    method: 'POST',
    url: '/sign-out',
    headers: { ...form, origin: baseUrl },
    cookies: { makker: await site.enter({ accountId }) },
    payload: '',
  })
  expect(answer.body).toContain(titleOf('form-expired'))
})

test('a body of another format is refused with the accepted format', async () => {
  const answer = await site.inject({
    method: 'POST',
    url: '/api/v1/mentors',
    headers: { 'content-type': 'text/plain' },
    payload: 'hello',
  })
  expect(answer.json().type).toBe('/problems/unsupported-type')
})

test('a body of two megabytes is refused as too large', async () => {
  const answer = await site.inject({
    method: 'POST',
    url: '/api/v1/mentors',
    headers: json,
    payload: JSON.stringify({ name: 'x'.repeat(2_000_000) }),
  })
  expect(answer.json().type).toBe('/problems/too-large')
})

test('the eleventh wrong password is refused as rate-limited', async () => {
  await anAccount(house, { email: 'karen@odense.example', password })
  const guess = () =>
    site.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { ...form, origin: baseUrl },
      payload: encode({ email: 'karen@odense.example', password: 'noget helt andet' }),
    })
  for (let guesses = 0; guesses < 10; guesses++) await guess()
  expect((await guess()).body).toContain(titleOf('rate-limited'))
})

test('creating a token requires a recent authentication', async () => {
  const { accountId } = await anAccount(house, { password })
  const session = await site.enter({ accountId })
  house.clock.advance({ minutes: 6 })
  const wanted = { name: 'Power BI', scope: 'stats:read', months: '1' }
  expect((await site.post('/tokens', wanted, session)).body).toContain(titleOf('step-up-required'))
})
