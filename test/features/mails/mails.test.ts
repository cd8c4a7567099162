import { beforeEach, describe, expect, test } from 'vitest'
import { composers } from '../../../src/workers.ts'
import type { MailState } from '../../../src/db/types.ts'
import { lastAnswerOf } from '../../../src/features/mails/last-answer.ts'
import { mailKinds } from '../../../src/mail/message.ts'
import type { Outcome } from '../../../src/mail/outbox/outcome.ts'
import type { MailTransport } from '../../../src/mail/transport.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aClient, type Client } from '../../support/client.ts'
import { anOffice, sendMails } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import {
  aMatch,
  aMeeting,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  type Programme,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house, { SMTP_URL: 'smtp://localhost:25' })

let programme: Programme
let client: Client
let session: string
beforeEach(async () => {
  programme = await aProgramme(house)
  const account = await anAccount(house, { municipality: '0461' })
  client = await aClient(house, site, account.actor)
  session = await site.enter(account)
})

/** A server that answers every mail alike, until it is told otherwise. */
function aServer(answer: Outcome) {
  const server = { answer }
  const transport: MailTransport = { send: async () => server.answer, close: () => {} }
  return Object.assign(server, { office: anOffice(transport) })
}
const refused = { result: 'refused', failure: 'EENVELOPE 550 RCPT TO' } as const

async function send({ office }: { office: ReturnType<typeof anOffice> }) {
  await sendMails(house, office)
}
async function openTasks() {
  const { data } = (await client.get('/tasks')).json()
  return data.map(({ kind, mailId }: { kind: string; mailId: string }) => ({ kind, mailId }))
}
const mailsOf = async (query = '') => (await client.get(`/mails${query}`)).json()
async function setState(id: string, state: MailState) {
  await house.db.updateTable('mail').set({ state }).where('id', '=', id).execute()
}

describe('a mail that is refused', () => {
  test('is listed with its reader, what it is about and the server’s answer, and is a task at once', async () => {
    const { mentor, meetingId } = await aMeeting(house, programme)
    await house.db.deleteFrom('mail').where('personId', '<>', mentor.personId).execute()
    await send(aServer(refused))
    const { data } = await mailsOf()
    expect(data).toMatchObject([
      {
        kind: 'meeting-invitation',
        state: 'refused',
        ...mentor,
        about: { type: 'meeting', id: meetingId },
        attempts: 1,
        nextTryAt: null,
        lastAnswer: { stage: 'address', code: '550', isFinal: true },
      },
    ])
    const [{ id, name }] = data
    expect(await openTasks()).toEqual([{ kind: 'mail_refused', mailId: id }])
    expect((await site.get('/tasks', session)).body).toContain(`href="/mail/${id}"`)
    const person = await site.get(`/people/${mentor.enrolmentId}`, session)
    expect(person.body).toContain(`href="/mail?person=${mentor.personId}"`)
    const { body } = await site.get('/mail', session)
    expect(body).toContain(`<a href="/people/${mentor.enrolmentId}"><bdi>${name}</bdi></a>`)
    expect(body).toContain(`href="/meetings/${meetingId}"`)
    expect(body).toContain('Serveren afviste adressen (550).')
    expect(body).not.toContain('@example.dk')
  })

  test('is sent again by hand: its task is done, and a further refusal opens another', async () => {
    await anOffer(house, { mentor: await aMentor(house), mentee: await aMentee(house) })
    const server = aServer(refused)
    await send(server)
    const [first, second] = (await mailsOf()).data
    expect(await openTasks()).toHaveLength(2)
    house.clock.advance({ minutes: 10 })
    expect((await client.post(`/mails/${first.id}/resend`)).statusCode).toBe(204)
    expect((await mailsOf(`?person=${first.personId}`)).data).toMatchObject([
      { id: first.id, state: 'pending', lastAnswer: null },
    ])
    expect(await openTasks()).toEqual([{ kind: 'mail_refused', mailId: second.id }])
    const entry = await house.db
      .selectFrom('auditEntry')
      .select(['action', 'personId'])
      .where('subjectId', '=', first.id)
      .execute()
    expect(entry).toEqual([{ action: 'mail-resent', personId: first.personId }])
    await send(server)
    expect(await openTasks()).toHaveLength(2)

    await site.post(`/mail/${first.id}/resend`, {}, session)
    server.answer = { result: 'sent' }
    await send(server)
    expect((await mailsOf(`?person=${first.personId}`)).data).toMatchObject([{ state: 'sent' }])
    expect(await openTasks()).toEqual([{ kind: 'mail_refused', mailId: second.id }])
  })

  test('is a task until a later mail about the same arrives, whatever else arrives', async () => {
    const { mentor, meetingId } = await aMeeting(house, programme)
    await house.db.deleteFrom('mail').where('personId', '<>', mentor.personId).execute()
    const server = aServer(refused)
    await send(server)
    server.answer = { result: 'sent' }
    const row = { municipality: '0461', personId: mentor.personId, createdAt: house.clock.now() }
    const times = { since: house.clock.now(), dueAt: house.clock.now() }
    await house.db
      .insertInto('mail')
      .values({ kind: 'match-made', ...row, ...times })
      .execute()
    await send(server)
    expect(await openTasks()).toHaveLength(1)
    await house.db
      .insertInto('mail')
      .values({ kind: 'meeting-reminder', subjectId: meetingId, ...row, ...times })
      .execute()
    await send(server)
    expect(await openTasks()).toEqual([])
  })

  test('is no task for somebody whose part is over', async () => {
    const { mentor } = await aMatch(house)
    await house.db
      .updateTable('enrolment')
      .set({ state: 'left' })
      .where('id', '=', mentor.enrolmentId)
      .execute()
    const row = { municipality: '0461', personId: mentor.personId, createdAt: house.clock.now() }
    await house.db
      .insertInto('mail')
      .values({ kind: 'registration', ...row })
      .execute()
    await send(aServer(refused))
    expect(await openTasks()).toEqual([])
  })
})

describe('sending again', () => {
  test('is for what did not arrive, or may not have, and for no link that lets its reader in', async () => {
    await anOffer(house)
    const { id } = (await mailsOf()).data[0]
    const answered: Record<string, number> = {}
    const states = [
      'pending',
      'sending',
      'sent',
      'kept',
      'cancelled',
      'refused',
      'failed',
      'unknown',
    ]
    for (const state of states) {
      await setState(id, state as MailState)
      answered[state] = (await client.post(`/mails/${id}/resend`)).statusCode
    }
    expect(answered).toEqual({
      ...{ pending: 409, sending: 409, sent: 409, kept: 409, cancelled: 409 },
      ...{ refused: 204, failed: 204, unknown: 204 },
    })
    await house.db
      .updateTable('mail')
      .set({ state: 'refused', kind: 'own-page-link' })
      .where('id', '=', id)
      .execute()
    expect((await client.post(`/mails/${id}/resend`)).statusCode).toBe(409)
    expect((await site.get(`/mail/${id}`, session)).body).not.toContain('/resend')
  })

  test('writes the mail anew: a meeting that is over needs none', async () => {
    const { mentor } = await aMeeting(house, programme)
    await house.db.deleteFrom('mail').where('personId', '<>', mentor.personId).execute()
    const server = aServer(refused)
    await send(server)
    const { id } = (await mailsOf()).data[0]
    house.clock.advance({ days: 20 })
    await client.post(`/mails/${id}/resend`)
    server.answer = { result: 'sent' }
    await send(server)
    expect((await mailsOf('?state=cancelled&kind=meeting-invitation')).data).toMatchObject([{ id }])
  })

  test('is not for another municipality, which does not see the mail either', async () => {
    await anOffer(house)
    const { id } = (await mailsOf()).data[0]
    await setState(id, 'refused')
    await aProgramme(house, { municipality: '0265' })
    const roskilde = await aClient(
      house,
      site,
      (await anAccount(house, { municipality: '0265' })).actor,
    )
    expect((await roskilde.get('/mails')).json().data).toEqual([])
    expect((await roskilde.post(`/mails/${id}/resend`)).statusCode).toBe(404)
    expect((await mailsOf('?state=refused')).data).toHaveLength(1)
  })
})

test('the list is filtered and paged without losing or repeating a mail', async () => {
  for (let pairs = 0; pairs < 2; pairs++) await anOffer(house)
  await aMeeting(house, programme)
  const all = (await mailsOf()).data.map(({ id }: { id: string }) => id)
  expect(all).toHaveLength(8)
  const paged: string[] = []
  let next: string | null = '/api/v1/mails?limit=3'
  while (next !== null) {
    const page = await client.get(next.replace('/api/v1', ''))
    paged.push(...page.json().data.map(({ id }: { id: string }) => id))
    next = page.json().links.next
  }
  expect(paged).toEqual(all)
  await setState(all[0]!, 'refused')
  const kinds = async (query: string) =>
    (await mailsOf(query)).data.map(({ kind }: { kind: string }) => kind)
  expect(await kinds('?state=refused')).toEqual(['meeting-invitation'])
  expect(await kinds('?kind=meeting-invitation')).toHaveLength(2)
  expect(await kinds('?kind=meeting-invitation&state=pending')).toHaveLength(1)
  expect((await client.get('/mails?state=lost')).statusCode).toBe(422)
  expect((await site.get('/mail?state=lost', session)).statusCode).toBe(422)
  const shown = await site.get('/mail?limit=3&state=pending', session)
  const more = /rel="next"\s+href="([^"]+)"/.exec(shown.body)![1]!.replaceAll('&amp;', '&')
  expect(more).toContain('state=pending')
  expect((await site.get(more, session)).statusCode).toBe(200)
})

test('every kind of mail can be filtered by', () => {
  expect([...mailKinds].sort()).toEqual(Object.keys(composers).sort())
})

test.each([
  [null, null],
  ['EENVELOPE 550 RCPT TO', ['address', '550', true]],
  ['EENVELOPE 450 RCPT TO', ['address', '450', false]],
  ['EENVELOPE 530 MAIL FROM', ['sign-in', '530', true]],
  ['EENVELOPE 550 MAIL FROM', ['sender', '550', true]],
  ['EMESSAGE 554 DATA', ['content', '554', true]],
  ['EENVELOPE API', ['address', 'EENVELOPE', true]],
  ['EAUTH 535 AUTH PLAIN', ['sign-in', '535', true]],
  ['ETLS STARTTLS', ['encryption', 'ETLS', false]],
  ['ECONNECTION CONN', ['connection', 'ECONNECTION', false]],
  ['ETIMEDOUT DATA', ['connection', 'ETIMEDOUT', false]],
  ['abandoned', ['stopped', null, false]],
  ['TypeError', ['other', 'TypeError', false]],
])('the stored failure %j is read as %j', (failure, read) => {
  const answer = lastAnswerOf(failure)
  expect(answer && [answer.stage, answer.code, answer.isFinal]).toEqual(read)
})
