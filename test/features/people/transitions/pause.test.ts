import { beforeEach, expect, test } from 'vitest'
import { moveByHand } from '../../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { resumePaused } from '../../../../src/features/people/transitions/by-hand/resume.ts'
import { recordRequirement } from '../../../../src/features/requirements/record-requirement.ts'
import { SetRequirements } from '../../../../src/features/requirements/schema.ts'
import { setRequirements } from '../../../../src/features/requirements/set.ts'
import { anAccount } from '../../../support/accounts.ts'
import { useSite } from '../../../support/app.ts'
import { aClient } from '../../../support/client.ts'
import { useHouse } from '../../../support/house.ts'
import { validateHtml } from '../../../support/html.ts'
import { aMentee, aMentor, aProgramme, type Programme, stateOf } from '../../../support/people.ts'
import { openKinds } from '../../../support/tasks.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const day = (text: string) => Temporal.PlainDate.from(text)

test('a pause until a day shows on page and list, and ends on that day', async () => {
  const coordinator = await site.enter(await anAccount(house))
  const { enrolmentId } = await aMentor(house)
  const path = `/people/${enrolmentId}`
  const sent = { to: 'paused', until: '2027-01-10' }
  expect((await site.post(`${path}/moves`, sent, coordinator)).statusCode).toBe(303)
  for (const address of [path, '/people?state=paused&lang=da']) {
    const { body } = await site.get(address, coordinator)
    expect(body).toMatch(/På pause til \W?[^<]*10. januar 2027/)
    expect(await validateHtml(body)).toEqual([])
  }
  house.clock.set('2027-01-09T04:15Z')
  await resumePaused(house.ctx())
  expect(await stateOf(house, enrolmentId)).toBe('paused')
  house.clock.set('2027-01-10T04:15Z')
  await resumePaused(house.ctx())
  expect(await stateOf(house, enrolmentId)).toBe('ready')
  expect((await site.get(path, coordinator)).body).not.toContain('På pause til')
})

test('clients pause one or several people, and read the day in the list', async () => {
  const client = await aClient(house, site, programme.coordinator)
  const [first, second] = [await aMentor(house), await aMentee(house)]
  const move = { to: 'paused', until: '2027-01-10' }
  expect((await client.post(`/enrolments/${first.enrolmentId}/moves`, move)).statusCode).toBe(204)
  const enrolmentIds = [second.enrolmentId]
  const several = await client.post('/enrolments/moves', { enrolmentIds, ...move })
  expect(several.json().data).toMatchObject([{ outcome: 'moved' }])
  const { data } = (await client.get('/enrolments?state=paused')).json()
  expect(data).toMatchObject([{ pausedUntil: '2027-01-10' }, { pausedUntil: '2027-01-10' }])
})

test('a past day is refused at its field, and so is a day without a pause', async () => {
  const coordinator = await site.enter(await anAccount(house))
  const { enrolmentId } = await aMentor(house)
  const moves = `/people/${enrolmentId}/moves`
  const past = await site.post(moves, { to: 'paused', until: '2026-11-23' }, coordinator)
  expect(past.statusCode).toBe(422)
  expect(past.body).toContain('href="#field-until"')
  expect(past.body).toContain('value="2026-11-23"')
  expect(await validateHtml(past.body)).toEqual([])
  const client = await aClient(house, site, programme.coordinator)
  const left = { to: 'left', reason: 'Er flyttet', until: '2027-01-10' }
  const refused = await client.post(`/enrolments/${enrolmentId}/moves`, left)
  expect(refused.json()).toMatchObject({
    status: 422,
    errors: [{ pointer: '/until', code: 'pauseOnly' }],
  })
  expect(await stateOf(house, enrolmentId)).toBe('ready')
})

test('a mentor who lacks a requirement when the pause ends stays paused with a task until it is met', async () => {
  const { enrolmentId } = await aMentor(house)
  const ctx = house.ctx(programme.coordinator)
  const required = { requirements: [{ kind: 'confidentiality' as const }] }
  await moveByHand(ctx, enrolmentId, { to: 'paused', until: day('2027-01-10') })
  await setRequirements(ctx, programme.municipality, SetRequirements.parse(required))
  for (const night of ['2027-01-10T04:15Z', '2027-01-11T04:15Z']) {
    house.clock.set(night)
    await resumePaused(house.ctx())
  }
  expect(await stateOf(house, enrolmentId)).toBe('paused')
  expect(await openKinds(house)).toEqual(['requirement_expired'])
  await recordRequirement(ctx, enrolmentId, { kind: 'confidentiality', metOn: day('2027-01-09') })
  expect(await openKinds(house)).toEqual([])
  house.clock.set('2027-01-12T04:15Z')
  await resumePaused(house.ctx())
  expect(await stateOf(house, enrolmentId)).toBe('ready')
})
