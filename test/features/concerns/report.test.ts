import { beforeEach, describe, expect, test } from 'vitest'
import { openLink } from '../../../src/features/accounts/links/open-link.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { twoReaders } from '../../support/concerns.ts'
import { dump, linesWith } from '../../support/dump.ts'
import { work } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { keys } from '../../support/keys.ts'
import { fingerprint } from '../../support/municipality.ts'
import { aMatch, aMeeting, aProgramme, type Programme, writeMails } from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const text = 'لا أشعر بالأمان معه، ويأتي إلى بيتي'

async function concerns() {
  return house.db.selectFrom('concern').selectAll().orderBy('id').execute()
}

async function aLink(personId: string) {
  return openLink(house.ctx(), {
    purpose: 'concern',
    municipality: '0461',
    personId,
    lasts: Temporal.Duration.from({ hours: 24 }),
  })
}

describe('a mentee', () => {
  test('reports a concern from her own page, in her language, and it is stored sealed', async () => {
    const { mentee, matchId } = await aMatch(house)
    const session = await site.enter({ personId: mentee.personId })
    const page = await site.get('/me/concern?lang=ar', session)
    expect(page.body).toContain('<html lang="ar" dir="rtl">')
    expect(page.body).toMatch(/أنا و\u2068Mette\u2069/)
    expect(page.body).not.toContain('Mette Holm')
    const sent = await site.post('/me/concern', { text, matchId }, session)
    expect(sent.headers.location).toBe('/concern/received')
    const [stored, ...others] = await concerns()
    expect(others).toEqual([])
    expect(stored).toMatchObject({ state: 'new', matchId, reporterPersonId: mentee.personId })
    const place = { table: 'concern', column: 'text', id: stored!.id }
    expect(keys.open(stored!.text, place)).toBe(text)
    expect(linesWith(await dump(house), [text, 'بالأمان'])).toEqual([])
  })

  test('sees what is missing, and no other pair can be chosen', async () => {
    const { mentee } = await aMatch(house)
    const { matchId } = await aMatch(house)
    const session = await site.enter({ personId: mentee.personId })
    const empty = await site.post('/me/concern', { text: ' ' }, session)
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('href="#field-text"')
    const foreign = await site.post('/me/concern', { text, matchId }, session)
    expect(foreign.statusCode).toBe(422)
    expect(foreign.body).toContain('href="#field-matchId"')
    expect(await concerns()).toEqual([])
  })

  test('stops the meetings with the report, when it says about which pair', async () => {
    const { mentee, matchId, meetingId } = await aMeeting(house, programme)
    const session = await site.enter({ personId: mentee.personId })
    const send = (matchId: string) =>
      site.post('/me/concern', { text, matchId, halts: 'on' }, session)
    expect((await send('none')).statusCode).toBe(422)
    expect((await send(matchId)).statusCode).toBe(303)
    const { state } = await house.db
      .selectFrom('meeting')
      .select('state')
      .where('id', '=', meetingId)
      .executeTakeFirstOrThrow()
    expect(state).toBe('cancelled')
    expect(await concerns()).toMatchObject([{ matchId, haltedAt: house.clock.now() }])
  })

  test('cannot fill the readers’ list: after ten reports she waits', async () => {
    const { mentee } = await aMatch(house)
    const session = await site.enter({ personId: mentee.personId })
    for (let count = 0; count < 10; count++) await site.post('/me/concern', { text }, session)
    expect((await site.post('/me/concern', { text }, session)).statusCode).toBe(429)
    expect(await concerns()).toHaveLength(10)
  })
})

describe('a link in a mail', () => {
  test('opens the form without signing in, and following it changes nothing', async () => {
    const { mentor, matchId } = await aMatch(house)
    const token = await aLink(mentor.personId)
    const before = await fingerprint(house)
    for (const method of ['GET', 'HEAD'] as const)
      for (const agent of ['SafeLinks', 'Barracuda', 'Googlebot', 'curl/8', 'Mimecast', 'Teams'])
        for (let count = 0; count < 5; count++) {
          const headers = { 'user-agent': agent }
          const answer = await site.inject({ method, url: `/concern/${token}`, headers })
          expect(answer.statusCode).toBe(200)
        }
    expect(await fingerprint(house)).toBe(before)
    const page = await site.get(`/concern/${token}`)
    expect(page.body).toMatch(/Mig og \u2068Amal\u2069/)
    expect(page.body).not.toMatch(/Nasser|@example\.dk/)
    const sent = await site.post(`/concern/${token}`, { text, matchId })
    expect(sent.statusCode).toBe(303)
    expect(await concerns()).toMatchObject([{ matchId, reporterPersonId: mentor.personId }])
  })

  test('of another kind is not found, like an unknown one; a late one is gone', async () => {
    const { mentor } = await aMatch(house)
    const token = await aLink(mentor.personId)
    const other = await openLink(house.ctx(), {
      purpose: 'sign-in',
      ...{ municipality: '0461', personId: mentor.personId },
      lasts: Temporal.Duration.from({ hours: 24 }),
    })
    const [unknown, foreign] = await Promise.all(
      ['x'.repeat(43), other].map((token) => site.get(`/concern/${token}`)),
    )
    expect(unknown!.statusCode).toBe(404)
    const said = (answer: typeof unknown) =>
      answer!.body.replace(/[\w-]{43}/g, '').replace(/[0-9a-f-]{36}/g, '')
    expect(foreign!.statusCode).toBe(404)
    expect(said(foreign)).toBe(said(unknown))
    house.clock.advance({ hours: 25 })
    expect((await site.get(`/concern/${token}`)).statusCode).toBe(410)
    expect((await site.post(`/concern/${token}`, { text })).statusCode).toBe(410)
    expect(await concerns()).toEqual([])
  })
})

describe('a colleague', () => {
  test('writes a concern down at a person’s, a match’s and a meeting’s page, and reads it no more', async () => {
    await twoReaders(house, programme)
    const { meetingId, matchId, mentee } = await aMeeting(house, programme)
    const karen = await anAccount(house)
    const session = await site.enter(karen)
    for (const path of [
      `/people/${mentee.enrolmentId}`,
      `/matches/${matchId}`,
      `/meetings/${meetingId}`,
    ]) {
      const form = await site.get(`${path}/concern`, session)
      expect(form.body).toContain('Rikke Læser')
      const sent = await site.post(`${path}/concern`, { text }, session)
      expect(sent.headers.location).toBe('/concern/received')
    }
    expect((await site.get('/concerns', session)).statusCode).toBe(404)
    const reported = { reporterAccountId: karen.accountId, reporterPersonId: null }
    expect(await concerns()).toMatchObject([
      { ...reported, enrolmentId: mentee.enrolmentId, matchId: null, meetingId: null },
      { ...reported, enrolmentId: null, matchId, meetingId: null },
      { ...reported, enrolmentId: null, matchId: null, meetingId },
    ])
  })

  test('chooses the pair of a person or meeting that it is about', async () => {
    const { meetingId, matchId } = await aMeeting(house, programme)
    const session = await site.enter(await anAccount(house))
    const form = await site.get(`/meetings/${meetingId}/concern`, session)
    expect(form.body).toMatch(/Mette Holm \d+ \+ Amal Nasser \d+/)
    await site.post(`/meetings/${meetingId}/concern`, { text, matchId }, session)
    expect(await concerns()).toMatchObject([{ matchId, meetingId }])
  })
})

describe('its readers', () => {
  test('get a task that only they see, and a mail that names nothing', async () => {
    const [rikke, soren] = await twoReaders(house, programme)
    const { mentee, matchId } = await aMatch(house)
    await writeMails(house)
    const session = await site.enter({ personId: mentee.personId })
    await site.post('/me/concern', { text, matchId }, session)
    expect(await work(house, ['concern'])).toEqual(['concern'])
    const mails = await writeMails(house)
    expect(mails.map(({ to }) => to.name).sort()).toEqual(['Rikke Læser', 'Søren Læser'])
    for (const mail of mails) {
      expect(mail.subject).toBe('Der er noget at se på')
      expect(mail.text).toContain('/tasks')
      expect(JSON.stringify(mail)).not.toMatch(/Amal|Mette|بالأمان|bekymr|concern/i)
    }
    const { id } = (await concerns())[0]!
    for (const reader of [rikke, soren]) {
      const tasks = await site.get('/tasks', await site.enter(reader))
      expect(tasks.body).toContain(`href="/concerns/${id}"`)
      expect(tasks.body).toContain('Opgaver (1)')
    }
    const tasks = await site.get('/tasks', await site.enter(await anAccount(house)))
    expect(tasks.body).toContain('Der er ingen opgaver lige nu')
    expect(tasks.body).not.toContain(id)
  })

  test('are told when they are named after the report', async () => {
    const { mentee, matchId } = await aMatch(house)
    await writeMails(house)
    const session = await site.enter({ personId: mentee.personId })
    await site.post('/me/concern', { text, matchId }, session)
    await work(house, ['concern'])
    expect(await writeMails(house)).toEqual([])
    await twoReaders(house, programme)
    await work(house, ['concern'])
    expect(await writeMails(house)).toHaveLength(2)
  })
})
