import { beforeEach, describe, expect, test } from 'vitest'
import { anAccount } from '../../../support/accounts.ts'
import { useSite } from '../../../support/app.ts'
import { useHouse } from '../../../support/house.ts'
import { validateHtml } from '../../../support/html.ts'
import { aContact, aMentee, aMentor, aProgramme, stateOf } from '../../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let session: string
beforeEach(async () => {
  await aProgramme(house)
  session = await site.enter(await anAccount(house, { municipality: '0461' }))
})

describe('the list of people', () => {
  test('explains what to do when the list is empty, and when nothing is found', async () => {
    expect((await site.get('/people', session)).body).toContain('Der er ingen endnu')
    await aMentor(house, { name: 'Ida' })
    const none = await site.get('/people?q=xyz', session)
    expect(none.body).toContain('Ingen passer til søgningen')
    expect(none.body).toContain('href="/people"')
    expect(await validateHtml(none.body)).toEqual([])
  })

  test('keeps its filter in the links to states, to pages and to other languages', async () => {
    for (let n = 0; n < 3; n++) await aMentor(house, { name: `Ida ${n}`, state: 'registered' })
    await aMentee(house, { name: 'Ida M' })
    const { body } = await site.get('/people?q=ida&language=da&sort=name&limit=2', session)
    expect(await validateHtml(body)).toEqual([])
    expect(body).toContain('4 personer')
    expect(body).toMatch(
      /href="\/people\?q=ida&amp;language=da&amp;sort=name&amp;limit=2&amp;role=mentor&amp;state=registered"/,
    )
    expect(body).toMatch(
      /href="\/people\?q=ida&amp;language=da&amp;sort=name&amp;limit=2&amp;cursor=/,
    )
    expect(body).toMatch(
      /href="\/people\?q=ida&amp;language=da&amp;sort=name&amp;limit=2&amp;lang=ar"/,
    )
    expect(body).toMatch(/<option\s+value="da"\s+selected/)
  })

  test('shows an invalid filter again with its errors', async () => {
    const answer = await site.get('/people?waitingDays=mange&q=ida', session)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="ida"')
    expect(answer.body).toContain('value="mange"')
  })

  test.each(['sort=sleep', 'cursor=abc', 'limit=1e9', 'role=x', 'order=name', 'q=010190-1234'])(
    'refuses %s over the API',
    async (query) => {
      const answer = await site.get(`/api/v1/enrolments?${query}`, session)
      expect([401, 422]).toContain(answer.statusCode)
      expect((await site.get(`/people?${query}`, session)).statusCode).toBe(422)
    },
  )
})

describe('moving several people', () => {
  test('moves the ticked people, and reports each refusal with its reason', async () => {
    const ida = await aMentor(house, { name: 'Ida', state: 'registered' })
    const bo = await aMentor(house, { name: 'Bo', state: 'ready' })
    const answer = await site.post(
      '/people/moves',
      { ids: [ida.enrolmentId, bo.enrolmentId], enrolmentIds: 'ticked', to: 'interviewed', q: 'x' },
      session,
    )
    expect(answer.statusCode).toBe(200)
    expect(await validateHtml(answer.body)).toEqual([])
    const said = answer.body.replace(/[\u2068\u2069]/g, '')
    expect(said).toContain('1 person har nu status: Samtale holdt')
    expect(said).toMatch(/Bo<\/bdi><\/a\s*>: Skridtet kan ikke tages fra status: Klar/)
    expect(answer.body).toContain('href="/people?q=x"')
    expect(await stateOf(house, ida.enrolmentId)).toBe('interviewed')
    expect(await stateOf(house, bo.enrolmentId)).toBe('ready')
    const entries = await house.db
      .selectFrom('auditEntry')
      .select('personId')
      .where('action', '=', 'enrolment-moved')
      .where('personId', '=', ida.personId)
      .execute()
    expect(entries).toHaveLength(1)
  })

  test('moves everyone whom the filter finds, on all pages, and no one else', async () => {
    const registered = []
    for (let n = 0; n < 3; n++)
      registered.push(await aMentor(house, { name: `Ida ${n}`, state: 'registered' }))
    const other = await aMentor(house, { name: 'Bo', state: 'registered' })
    const form = { enrolmentIds: 'all', to: 'interviewed', q: 'ida', state: 'registered' }
    expect((await site.post('/people/moves', form, session)).statusCode).toBe(200)
    for (const party of registered)
      expect(await stateOf(house, party.enrolmentId)).toBe('interviewed')
    expect(await stateOf(house, other.enrolmentId)).toBe('registered')
  })

  test('requires a selection, a state and a reason, and keeps the ticks', async () => {
    const ida = await aMentor(house, { name: 'Ida' })
    const empty = await site.post('/people/moves', { enrolmentIds: 'ticked', to: 'left' }, session)
    expect(empty.statusCode).toBe(422)
    const form = { ids: ida.enrolmentId, enrolmentIds: 'ticked', to: 'left' }
    const answer = await site.post('/people/moves', form, session)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toMatch(/id="row-[^"]+"\s+checked/)
    expect(answer.body).toContain('href="#field-reason"')
    expect(await validateHtml(answer.body)).toEqual([])
    expect(await stateOf(house, ida.enrolmentId)).toBe('ready')
  })

  test('does not move people of another municipality', async () => {
    const herning = await aProgramme(house, { municipality: '0657' })
    const other = await aContact(house, herning)
    const form = { ids: other.enrolmentId, enrolmentIds: 'ticked', to: 'interested' }
    const answer = await site.post('/people/moves', form, session)
    expect(answer.body).toContain('Kunne ikke lade sig gøre: 1')
    expect(answer.body).not.toContain('Yusuf')
    expect(await stateOf(house, other.enrolmentId)).toBe('contacted')
  })
})
