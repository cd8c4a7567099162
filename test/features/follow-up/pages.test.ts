import { expect, test } from 'vitest'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aClient } from '../../support/client.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { aRunningPair } from '../../support/pairs.ts'
import { aProgramme } from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)

const defaults = {
  ...{ firstContactHours: 48, reviewWeeks: 6, contactWeeks: 2, contactMonths: 3 },
  decisionMonths: 6,
}

test('a coordinator sets the plan, unless a colleague has changed it meanwhile', async () => {
  const programme = await aProgramme(house)
  const coordinator = await site.enter(await anAccount(house))
  const client = await aClient(house, site, programme.coordinator)
  const stored = async () => (await client.get('/programme/follow-up')).json()
  expect(await stored()).toEqual({ version: 1, plan: defaults, asksToGoOn: true })
  const page = await site.get('/programme/follow-up', coordinator)
  expect(await validateHtml(page.body)).toEqual([])
  const form = {
    ...{ version: '1', firstContactHours: '24', reviewWeeks: '6', contactWeeks: '3' },
    ...{ contactMonths: '3', decisionMonths: '6' },
  }
  const refused = await site.post(
    '/programme/follow-up',
    { ...form, contactWeeks: '0' },
    coordinator,
  )
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('href="#field-contactWeeks"')
  expect(await validateHtml(refused.body)).toEqual([])
  expect((await site.post('/programme/follow-up', form, coordinator)).statusCode).toBe(303)
  const changed = { ...defaults, firstContactHours: 24, contactWeeks: 3 }
  expect(await stored()).toEqual({ version: 2, plan: changed, asksToGoOn: false })
  expect((await site.post('/programme/follow-up', form, coordinator)).statusCode).toBe(409)
  const late = await client.put('/programme/follow-up', { version: 1, plan: {} })
  expect(late.json()).toMatchObject({ status: 409, type: '/problems/stale' })
  expect(
    (await client.put('/programme/follow-up', { version: 2, plan: { reviewWeeks: 53 } })).json(),
  ).toMatchObject({ status: 422, errors: [{ pointer: '/plan/reviewWeeks', code: 'tooBig' }] })
  expect((await client.put('/programme/follow-up', { version: 2, plan: {} })).statusCode).toBe(204)
  expect(await stored()).toEqual({ version: 3, plan: defaults, asksToGoOn: true })
})

test('a coordinator sees why a pair is at risk and what is due, and writes what was heard', async () => {
  house.clock.set('2026-11-02T09:00Z')
  const programme = await aProgramme(house)
  const { matchId } = await aRunningPair(house, programme)
  house.clock.set('2026-11-20T09:00Z')
  const coordinator = await site.enter(await anAccount(house))
  const path = `/matches/${matchId}/check-ins`
  const page = await site.get(path, coordinator)
  expect(page.body).toContain('Parret har ikke mødtes inden for 14 dage.')
  expect(await validateHtml(page.body)).toEqual([])
  const refused = await site.post(path, { with: 'both', way: 'phone' }, coordinator)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('href="#field-goes"')
  expect(await validateHtml(refused.body)).toEqual([])
  const heard = { with: 'both', way: 'phone', goes: 'mixed', note: 'Ferie <b>' }
  expect((await site.post(path, heard, coordinator)).statusCode).toBe(303)
  const after = await site.get(path, coordinator)
  expect(after.body).toContain('Ferie &lt;b&gt;')
  expect(await validateHtml(after.body)).toEqual([])
  const client = await aClient(house, site, programme.coordinator)
  const refusal = await client.post(path, { ...heard, happenedOn: '2026-11-21' })
  expect(refusal.json().errors).toMatchObject([{ pointer: '/happenedOn', code: 'future' }])
  expect((await client.post(path, heard)).statusCode).toBe(201)
})
