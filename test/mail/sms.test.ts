import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeMatch } from '../../src/features/matches/close.ts'
import { pauseMatch } from '../../src/features/matches/transitions/pause.ts'
import { cancelMeeting } from '../../src/features/meetings/changes/cancel.ts'
import { moveMeeting } from '../../src/features/meetings/changes/move.ts'
import type { FailedMail, PostOffice } from '../../src/mail/outbox/office.ts'
import { openOutbox } from '../../src/mail/outbox/send-due.ts'
import { openSmsTransport } from '../../src/mail/sms/transport.ts'
import { type MailTransport, openTransport } from '../../src/mail/transport.ts'
import { anAccount } from '../support/accounts.ts'
import { useSite } from '../support/app.ts'
import { aClient, type Client } from '../support/client.ts'
import { aLease, anOffice, work } from '../support/duties.ts'
import { useHouse } from '../support/house.ts'
import { useMailServer } from '../support/mail-server.ts'
import { aMeeting, aMentee, aProgramme, aMentor, type Programme } from '../support/people.ts'
import { useSmsGateway } from '../support/sms-gateway.ts'

const house = useHouse()
const site = useSite(house)
const gateway = useSmsGateway()
const mailServer = useMailServer()

const number = '+4520123456'
let programme: Programme
let client: Client
let transports: MailTransport[] = []
beforeEach(async () => {
  programme = await aProgramme(house)
  client = await aClient(house, site, (await anAccount(house, { municipality: '0461' })).actor)
})
afterEach(() => {
  for (const transport of transports) transport.close()
  transports = []
})

/** With a mail server and the gateway, unless told otherwise. */
function office(sms: PostOffice['sms'] | 'gateway' | 'none' = 'gateway', smtpUrl = mailServer.url) {
  const mails = openTransport(`${smtpUrl}?ignoreTLS=true`, 'makker@example.dk')
  const texts = openSmsTransport({ url: gateway.url, token: undefined, from: undefined })
  transports.push(mails, texts)
  if (sms === 'none') return anOffice(mails)
  return anOffice(mails, { sms: sms === 'gateway' ? { transport: texts } : sms })
}

/** Works both duties, ten minutes later. */
async function send(at = office()): Promise<FailedMail[]> {
  house.clock.advance({ minutes: 11 })
  const failed: FailedMail[] = []
  const logging = { ...at, onFailure: (one: FailedMail) => void failed.push(one) }
  await openOutbox(logging, 'mail')(house.ctx(), '', aLease)
  if (at.sms !== undefined) await openOutbox(logging, 'sms')(house.ctx(), '', aLease)
  return failed
}

/** A meeting of a mentor with e-mail and a mentee with a telephone, who was told of it by letter. */
async function aMeetingByLetter(given: { phone?: string } = {}) {
  const mentee = await aMentee(house, {
    ...{ name: 'Amal Nasser', email: undefined, phone: '20 12 34 56', locale: 'da', ...given },
  })
  const met = await aMeeting(house, programme, { pair: { mentor: await aMentor(house), mentee } })
  await send()
  await client.post('/letters', { enrolmentIds: [mentee.enrolmentId] })
  house.clock.advance({ minutes: 1 })
  return met
}
const by = () => house.ctx(programme.coordinator)
const move = (id: string, startsAt = '2026-11-26T12:00:00Z') =>
  moveMeeting(by(), id, {
    ...{ version: 1, minutes: 60, siteId: programme.siteId },
    startsAt: Temporal.Instant.from(startsAt),
  })
const cancel = (id: string, version = 1) =>
  cancelMeeting(by(), id, { version, by: 'mentor', reason: 'ill' })
async function lettersDue(): Promise<string[]> {
  const { data } = (await client.get('/letters')).json()
  return data
    .filter(({ printedAt }: { printedAt: string | null }) => printedAt === null)
    .map(({ kind }: { kind: string }) => kind)
    .filter((kind: string) => kind !== 'welcome')
}
async function tasks(): Promise<string[]> {
  return (await client.get('/tasks')).json().data.map(({ kind }: { kind: string }) => kind)
}
const smsOf = async () => (await client.get(`/mails?person=${await personId()}`)).json().data[0]
async function personId() {
  const { id } = await house.db
    .selectFrom('person')
    .select('id')
    .where('name', '=', 'Amal Nasser')
    .executeTakeFirstOrThrow()
  return id
}

test('a move and a cancellation reach a person without e-mail by SMS, and need no letter but the call', async () => {
  const { meetingId } = await aMeetingByLetter()
  expect(gateway.received).toEqual([])
  await move(meetingId)
  await send()
  const [moved, ...others] = gateway.received
  expect(others).toEqual([])
  expect(moved).toMatchObject({ id: (await smsOf()).id, to: number })
  expect(moved!.text).toMatch(
    /^Biblioteket: Din aftale er ændret\. Den er nu tors\. 26\. nov\. kl\. 13\.00, Vollsmose Bibliotek, Vollsmose Allé 14\. Spørgsmål\? Kontakt biblioteket\. Svar her: http:\/\/localhost:3000\/m\/[\w-]{43}$/,
  )
  expect(await smsOf()).toMatchObject({ medium: 'sms', state: 'sent', attempts: 1 })
  expect(await lettersDue()).toEqual([])
  expect(await tasks()).toContain('meeting_call_moved')
  // The mentor's mails go by mail.
  expect(mailServer.received.map(({ message }) => message.subject)).toContain(
    'Ændret: aftale på biblioteket',
  )

  await cancel(meetingId, 2)
  await send()
  expect(gateway.received[1]!.text).toBe(
    'Biblioteket: Din aftale tors. 26. nov. kl. 13.00 er aflyst. Spørgsmål? Kontakt biblioteket.',
  )
  expect(await lettersDue()).toEqual([])
  expect(await tasks()).toContain('meeting_call_off')
})

test.each(['pauses', 'ends'])(
  'a cancellation reaches them by SMS as well when their pair %s',
  async (how) => {
    const { matchId } = await aMeetingByLetter()
    if (how === 'pauses') await pauseMatch(by(), matchId)
    else await closeMatch(by(), matchId, { side: 'coordinator', reasons: ['no_time'] })
    // The mail about the pair, which has no address, is due before the SMS.
    await openOutbox(office(), 'mail')(house.ctx(), '', aLease)
    await send()
    expect(gateway.received.map(({ text }) => text)).toEqual([
      'Biblioteket: Din aftale ons. 25. nov. kl. 13.00 er aflyst. Spørgsmål? Kontakt biblioteket.',
    ])
  },
)

test('a reminder goes by SMS, once', async () => {
  await aMeetingByLetter()
  house.clock.advance({ hours: 36 })
  await work(house, ['remind-of-meetings'])
  for (let times = 0; times < 2; times++) await send()
  expect(gateway.received.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Biblioteket: Husk din aftale ons\. 25\. nov\. kl\. 13\.00, Vollsmose/),
  ])
})

test('a refusal is a task and leaves the letter due; nothing that is kept or logged has the number', async () => {
  const { meetingId } = await aMeetingByLetter()
  gateway.answer(400)
  await move(meetingId)
  const failed = await send()
  expect(failed).toMatchObject([{ kind: 'meeting-moved', state: 'refused', failure: 'SMS 400' }])
  expect(await smsOf()).toMatchObject({
    state: 'refused',
    lastAnswer: { stage: 'content', code: '400', isFinal: true },
  })
  expect(await lettersDue()).toEqual(['moved'])
  expect(await tasks()).toContain('mail_refused')
  const rows = await house.db.selectFrom('mail').selectAll().where('medium', '=', 'sms').execute()
  const duties = await house.db.selectFrom('duty').selectAll().execute()
  expect(JSON.stringify([failed, rows, duties])).not.toContain(number.slice(3))

  gateway.answer(202)
  const { id } = await smsOf()
  expect((await client.post(`/mails/${id}/resend`)).statusCode).toBe(204)
  await send()
  expect(gateway.received.map(({ id }) => id)).toEqual([id, id])
  expect(await lettersDue()).toEqual([])
  expect(await tasks()).not.toContain('mail_refused')
})

test('an SMS waits while the gateway is away, and is given up after five days; mails leave meanwhile', async () => {
  const { meetingId } = await aMeetingByLetter()
  await move(meetingId, '2026-12-10T12:00:00Z')
  const away = openSmsTransport({ url: 'http://127.0.0.1:1/', token: undefined, from: undefined })
  const at = office({ transport: away })
  await send(at)
  expect(mailServer.received.length).toBeGreaterThan(1)
  expect(await smsOf()).toMatchObject({
    state: 'pending',
    lastAnswer: { stage: 'connection', code: 'ECONNREFUSED' },
  })
  expect(await lettersDue()).toEqual(['moved'])
  house.clock.advance({ days: 5 })
  await send(at)
  expect(await smsOf()).toMatchObject({ state: 'failed' })
  expect(await tasks()).toContain('mail_failed')
})

test('a mail server that is away does not hold up an SMS', async () => {
  const { meetingId } = await aMeetingByLetter()
  await move(meetingId)
  await send(office('gateway', 'smtp://127.0.0.1:1'))
  expect(gateway.received).toHaveLength(1)
  expect(await smsOf()).toMatchObject({ state: 'sent' })
})

test('an SMS that may have arrived goes once more under the same id, then is unknown', async () => {
  const { meetingId } = await aMeetingByLetter()
  gateway.answer('hang up')
  await move(meetingId)
  for (let times = 0; times < 3; times++) await send()
  const ids = gateway.received.map(({ id }) => id)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(await smsOf()).toMatchObject({ state: 'unknown' })
  expect(await lettersDue()).toEqual([])
})

test('an SMS that was under way when its process ended is taken up by its own duty, under the same id', async () => {
  const { meetingId } = await aMeetingByLetter()
  gateway.answer(503)
  await move(meetingId)
  await send()
  gateway.answer(202)
  const { id } = await smsOf()
  await house.db.updateTable('mail').set({ state: 'sending' }).where('id', '=', id).execute()
  const at = office()
  await openOutbox(at, 'mail')(house.ctx(), '', aLease)
  expect(await smsOf()).toMatchObject({ state: 'sending' })
  await openOutbox(at, 'sms')(house.ctx(), '', aLease)
  expect(await smsOf()).toMatchObject({ state: 'sent' })
  expect(gateway.received.map((sms) => sms.id)).toEqual([id, id])
})

test('without a gateway, with a number that cannot receive an SMS, or with e-mail in use, nothing changes', async () => {
  const first = await aMeetingByLetter()
  await move(first.meetingId)
  await send(office('none'))
  expect(await smsOf()).toMatchObject({ medium: 'mail', state: 'kept' })
  expect(await lettersDue()).toEqual(['moved'])
  await house.db.updateTable('person').set({ phone: '+4580808080' }).execute()
  await cancel(first.meetingId, 2)
  await send()
  expect(await smsOf()).toMatchObject({ kind: 'meeting-cancelled', medium: 'mail', state: 'kept' })
  expect(await lettersDue()).toEqual(['off'])
  await house.db.updateTable('person').set({ phone: number }).execute()
  const withMail = await aMentee(house, { name: 'Amal Nasser 2', phone: '20 12 34 56' })
  const second = await aMeeting(house, programme, {
    pair: { mentor: await aMentor(house), mentee: withMail },
  })
  await send()
  await move(second.meetingId)
  await send()
  expect(gateway.received).toEqual([])
})

test('the medium is decided when it is composed: by mail, once an address is confirmed', async () => {
  const { meetingId, mentee } = await aMeetingByLetter()
  await move(meetingId)
  await house.db
    .updateTable('person')
    .set({ email: 'amal@example.dk', emailUnconfirmedSince: null })
    .where('id', '=', mentee.personId)
    .execute()
  await send()
  expect(gateway.received).toEqual([])
  expect(mailServer.received.flatMap(({ to }) => to)).toContain('amal@example.dk')
})

test('the demo keeps an SMS to be read under Post, with the number that it would go to', async () => {
  const { meetingId } = await aMeetingByLetter()
  await move(meetingId)
  const session = await site.enter(await anAccount(house, { municipality: '0461' }))
  await send(anOffice(undefined, { sms: { transport: undefined } }))
  const { id, state } = await smsOf()
  expect(state).toBe('kept')
  expect((await site.get('/mail', session)).body).toContain('(SMS)')
  const { body } = await site.get(`/mail/${id}`, session)
  expect(body).toContain('Biblioteket: Din aftale er ændret.')
  expect(body).toContain(number)
})
