import { beforeEach, describe, expect, test } from 'vitest'
import { locales } from '../../../src/locales/locale.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aClient } from '../../support/client.ts'
import { lookAfterEveryone } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { aMentee, aMentor, aProgramme, type Programme, stateOf } from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let session: string
beforeEach(async () => {
  programme = await aProgramme(house)
  session = await site.enter(await anAccount(house))
})

const require = (form: Record<string, string | string[]>) =>
  site.post('/programme/requirements', form, session)

describe('the pages of requirements', () => {
  test('lead from booking to ready, by buttons on the person’s page', async () => {
    await require({ required: ['interview', 'confidentiality'], 'months-confidentiality': '24' })
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    const own = `/people/${enrolmentId}`
    const page = async () => (await site.get(own, session)).body
    expect(await page()).toContain('Aftal en samtale')

    const time = { startsAt: '2026-11-25T15:00', siteId: programme.siteId }
    expect((await site.post(`${own}/interview`, time, session)).statusCode).toBe(303)
    expect(await page()).toContain('onsdag den 25. november 2026 kl. 15.00')
    const { startsAt } = await house.db
      .selectFrom('interview')
      .select('startsAt')
      .executeTakeFirstOrThrow()
    expect(startsAt.toString()).toBe('2026-11-25T14:00:00Z')

    house.clock.advance({ days: 3 })
    session = await site.enter(await anAccount(house))
    const record = `${own}/interview/record`
    const refused = await site.post(record, { decision: 'rejected' }, session)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Skal udfyldes.')
    await site.post(record, { decision: 'selected' }, session)
    expect(await page()).toContain('Registrér et krav')

    const byHand = await site.post(`${own}/moves`, { to: 'ready' }, session)
    expect(byHand.statusCode).toBe(422)
    expect(byHand.body).toContain('Tavshedserklæringen mangler eller er udløbet.')
    const given = { kind: 'confidentiality', metOn: '2026-11-24' }
    await site.post(`${own}/requirements`, given, session)
    expect(await stateOf(house, enrolmentId)).toBe('ready')
    expect(await page()).toContain('24. november 2028')
  })

  test('show a refused form as it was typed, with its errors', async () => {
    await require({ required: 'consent' })
    const { enrolmentId } = await aMentor(house, { state: 'selected' })
    const answer = await site.post(
      `/people/${enrolmentId}/requirements`,
      { kind: 'consent', metOn: '2027-01-01' },
      session,
    )
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Dagen er ikke kommet endnu.')
    expect(answer.body).toContain('value="2027-01-01"')
    const months = await require({ required: 'consent', 'months-consent': '999' })
    expect(months.statusCode).toBe(422)
    expect(months.body).toContain('value="999"')
    expect(months.body).toContain('Det største er 120.')
  })

  test('store no CPR number in any field', async () => {
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    const own = `/people/${enrolmentId}`
    const time = { startsAt: '2026-11-23T15:00', siteId: programme.siteId }
    await site.post(`${own}/interview`, time, session)
    house.clock.advance({ hours: 7 })
    session = await site.enter(await anAccount(house))
    const form = { decision: 'rejected', reason: 'Født 010190-1234' }
    const answer = await site.post(`${own}/interview/record`, form, session)
    expect(answer.statusCode).toBe(422)
    const kept = await house.db.selectFrom('interview').select('reason').execute()
    expect(kept).toEqual([{ reason: null }])
  })
})

describe('tasks', () => {
  test('are counted in the navigation until they are closed', async () => {
    await aMentee(house, { email: undefined, phone: '+4512345678', name: 'Amal Nasser' })
    const before = await site.get('/tasks', session)
    expect(before.body).toContain('Der er ingen opgaver lige nu.')
    house.clock.advance({ days: 90 })
    await lookAfterEveryone(house)
    session = await site.enter(await anAccount(house))
    const page = await site.get('/tasks', session)
    expect(page.body).toContain('Opgaver (1)')
    expect(page.body).toContain('Ring og spørg: stadig interesseret?')
    expect(page.body).toContain('Amal Nasser')
    const { id } = await house.db.selectFrom('task').select('id').executeTakeFirstOrThrow()
    await site.post(`/tasks/${id}/done`, {}, session)
    expect((await site.get('/tasks', session)).body).not.toContain('Opgaver (')
  })

  test('are listed by the API, with what is missing', async () => {
    const client = await aClient(house, site, programme.coordinator)
    await require({ required: 'confidentiality' })
    const { enrolmentId } = await aMentor(house, { state: 'selected' })
    const refused = await client.post(`/enrolments/${enrolmentId}/moves`, { to: 'ready' })
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({
      type: '/problems/requirement-missing',
      state: 'selected',
      errors: [{ pointer: '/confidentiality', code: 'missing_confidentiality' }],
    })
    const standing = await client.get(`/enrolments/${enrolmentId}/requirements`)
    expect(standing.json()).toEqual({
      data: [{ kind: 'confidentiality', metOn: null, expiresOn: null, missing: true }],
    })
    expect((await client.get('/tasks')).json()).toEqual({ data: [] })
  })
})

test.each(oneOf(locales))('the pages are valid in %s', async (locale) => {
  await require({ required: ['interview', 'confidentiality'] })
  const mentor = await aMentor(house, { state: 'registered' })
  const own = `/people/${mentor.enrolmentId}`
  const time = { startsAt: '2026-11-23T15:00', siteId: programme.siteId }
  await site.post(`${own}/interview`, time, session)
  await aMentee(house, { email: undefined, phone: '+4512345678' })
  house.clock.advance({ days: 90 })
  await lookAfterEveryone(house)
  session = await site.enter(await anAccount(house))
  const pages = [
    '/tasks',
    own,
    `${own}/interview`,
    `${own}/requirements`,
    '/programme/requirements',
  ]
  for (const path of pages) {
    const page = await site.get(`${path}?lang=${locale}`, session)
    expect([path, page.statusCode]).toEqual([path, 200])
    expect([path, await validateHtml(page.body)]).toEqual([path, []])
  }
})
