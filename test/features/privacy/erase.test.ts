import { beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
import { type Context, transact } from '../../../src/context.ts'
import { readJournal } from '../../../src/db/journal.ts'
import { createSignInLink } from '../../../src/features/accounts/links/create-sign-in-link.ts'
import { openSession } from '../../../src/features/accounts/sessions/open-session.ts'
import { sealAudit } from '../../../src/features/audit/seal.ts'
import { verifyAudit } from '../../../src/features/audit/verify.ts'
import { endMatches } from '../../../src/features/matches/end.ts'
import { printLetters } from '../../../src/features/letters/print-letters.ts'
import { recordMeetingOfMatches } from '../../../src/features/matches/record-meeting.ts'
import { giveConsent } from '../../../src/features/people/consent/give.ts'
import { moveByHand } from '../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { listPeople } from '../../../src/features/people/list/list-people.ts'
import { ListPeople } from '../../../src/features/people/list/schema.ts'
import { askErasure } from '../../../src/features/privacy/ask-erasure.ts'
import { erasePerson } from '../../../src/features/privacy/erase.ts'
import { rejectProposal } from '../../../src/features/proposals/reject.ts'
import { measureReport } from '../../../src/features/reports/measure.ts'
import { uploadSpreadsheet } from '../../../src/features/imports/upload.ts'
import { formTokenOf } from '../../../src/web/forgery.ts'
import { Problem } from '../../../src/problems.ts'
import { anAccount } from '../../support/accounts.ts'
import { baseUrl, encode, sessionCookie, useSite } from '../../support/app.ts'
import { dump, linesWith } from '../../support/dump.ts'
import { useHouse } from '../../support/house.ts'
import {
  aDraft,
  aMatch,
  aMeeting,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  aRun,
  type Party,
  type Programme,
  stateOf,
  writeMails,
} from '../../support/people.ts'
import { anOffice, sendMails } from '../../support/duties.ts'

const house = useHouse()
const site = useSite(house)

const canary = {
  name: 'Kanariefugl Zeisig',
  email: 'kanariefugl@zeisig.example',
  phone: '+4587651234',
  address: { street: 'Kanariestien 17', postcode: '5983', town: 'Kanariekøbing' },
}
const awayFrom = '2031-07-17'
const written = {
  reason: 'Kanariegrund et',
  rejected: 'Kanariegrund to',
  left: 'Kanariegrund tre',
  interview: 'Kanariegrund fire',
}

let odense: Programme
let by: Context
/** A mentor with a closed match and rejected proposals: nothing is open with them. */
let mentor: Party
let mentee: Party
let tokens: string[]

async function aWholeStory(): Promise<void> {
  odense = await aProgramme(house)
  by = house.ctx(odense.coordinator)
  mentor = await aMentor(house, {
    ...canary,
    birthYear: 1971,
    sex: 'woman',
    capacity: 3,
    interests: ['musik'],
    away: [{ from: awayFrom, to: '2031-07-19' }],
  })
  const others = [await aMentee(house), await aMentee(house)]
  await moveByHand(by, mentor.enrolmentId, { to: 'suspended', reason: written.reason })
  await moveByHand(by, mentor.enrolmentId, { to: 'ready' })
  await aFileAndAnInterview()
  const turnedDown = await aDraft(house, { mentor, mentee: others[0]! })
  await rejectProposal(by, turnedDown.proposalId, { reason: written.rejected })
  const links = { personId: mentor.personId, lasts: Temporal.Duration.from({ hours: 24 }) }
  tokens = [
    await createSignInLink(house.ctx(), links),
    await transact(house.ctx(), (ctx) => openSession(ctx, { personId: mentor.personId })),
  ]
  await aRun(house)
  await house.db.deleteFrom('proposal').where('state', '=', 'draft').execute()
  mentee = others[1]!
  const held = await aMeeting(house, odense, { pair: { mentor, mentee } })
  await writeMails(house)
  house.clock.advance({ days: 7 })
  await recordMeetingOfMatches(by, held.meetingId, {
    agreements: [{ matchId: held.matchId, topics: ['dansk'] }],
  })
}

/** Text about the mentor elsewhere: in an undecided spreadsheet and an interview. */
async function aFileAndAnInterview(): Promise<void> {
  const rows = [
    `Navn;E-mail;Telefon`,
    `${canary.name};${canary.email.toUpperCase()};`,
    `KANARIEFUGL zeisig;;87 65 12 34`,
    `Ole Bliver;ole@bliver.example;`,
  ]
  const file = new TextEncoder().encode(rows.join('\n'))
  await uploadSpreadsheet(by, '0461', { role: 'mentor', file })
  await house.db
    .insertInto('interview')
    .values({
      municipality: '0461',
      enrolmentId: mentor.enrolmentId,
      siteId: odense.siteId,
      startsAt: house.clock.now(),
      bookedBy: 'system',
      bookedAt: house.clock.now(),
      changedAt: house.clock.now(),
      state: 'held',
      decision: 'selected',
      reason: written.interview,
    })
    .execute()
  const person = { id: mentor.personId, municipality: '0461' }
  await askErasure(house.ctx({ kind: 'person', ...person }), person)
  await giveConsent(by, mentor.personId, { purpose: 'press', way: 'in-person' })
  await printLetters(by, { enrolmentIds: [mentor.enrolmentId], again: true })
}

/** Every word and id that identifies the mentor. */
async function identifiers(): Promise<string[]> {
  const { personId, enrolmentId } = mentor
  const mails = await house.db
    .selectFrom('mail')
    .select('id')
    .where('personId', '=', personId)
    .execute()
  const links = await house.db
    .selectFrom('mailedLink')
    .select('hash')
    .where('personId', '=', personId)
    .execute()
  const sessions = await house.db
    .selectFrom('session')
    .select('hash')
    .where('personId', '=', personId)
    .execute()
  return [
    ...[canary.name, canary.email, canary.phone, ...Object.values(canary.address)],
    'Kanariefugl',
    awayFrom,
    ...Object.values(written),
    personId,
    enrolmentId,
    ...tokens,
    ...mails.map(({ id }) => id),
    ...[...links, ...sessions].map(({ hash }) => hash),
  ]
}

const day = (text: string) => Temporal.PlainDate.from(text)
const periods = [
  ['2026-01-01', '2027-01-01'],
  ['2026-11-01', '2026-12-01'],
  ['2026-12-01', '2027-01-01'],
] as const

/** Every figure of several periods, internal and public, as the API returns them. */
async function statistics(asOf?: Temporal.PlainDate): Promise<string> {
  const reports = []
  for (const [from, to] of periods)
    // Public reports have no as-of date within a period.
    for (const audience of asOf === undefined
      ? (['internal', 'public'] as const)
      : ['internal' as const])
      reports.push(
        await measureReport(by, {
          municipality: '0461',
          from: day(from),
          to: day(to),
          audience,
          asOf,
        }),
      )
  return JSON.stringify(reports)
}

beforeEach(aWholeStory)

describe('erasing a person', () => {
  test('leaves no name, word, link or id of theirs in any table, including the queue and the audit record', async () => {
    await moveByHand(by, mentor.enrolmentId, { to: 'left', reason: written.left })
    const needles = await identifiers()
    const before = await dump(house)
    // Each needle is found before the erasure, so the search works.
    for (const needle of needles.filter((needle) => !tokens.includes(needle)))
      expect(linesWith(before, [needle]), needle).not.toEqual([])
    expect(linesWith(before, needles).length).toBeGreaterThan(20)
    await erasePerson(by, mentor.enrolmentId)
    expect(linesWith(await dump(house), needles)).toEqual([])
    // The others in the same file stay.
    expect(linesWith(await dump(house), ['ole@bliver.example'])).not.toEqual([])
    const journalled = await readJournal(by.journal, 'erased')
    expect(linesWith(journalled.join('\n'), needles)).toEqual([])
  })

  test('on the page writes nothing about them to the log', async () => {
    const log: string[] = []
    const app = await buildApp(house.ctx(), readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'debug' }))
    const stream = Object.getOwnPropertySymbols(app.log).find(
      ({ description }) => description === 'pino.stream',
    )!
    Object.assign(app.log, { [stream]: { write: (line: string) => log.push(line) } })
    const session = await site.enter(await anAccount(house, { municipality: '0461' }))
    const needles = await identifiers()
    const url = `/people/${mentor.enrolmentId}/erasure`
    const cookies = { [sessionCookie]: session }
    const headers = { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' }
    await app.inject({ url, cookies })
    const payload = encode({ _form: formTokenOf(session) })
    const { statusCode } = await app.inject({ method: 'POST', url, cookies, headers, payload })
    await app.close()
    expect(statusCode).toBe(303)
    expect(log.join('')).toContain('/people/:id/erasure')
    expect(linesWith(log.join(''), needles)).toEqual([])
  })

  test('changes no figure of any period', async () => {
    await endMatches(by, mentor.enrolmentId)
    await moveByHand(by, mentor.enrolmentId, { to: 'left', reason: written.left })
    const before = await statistics()
    await erasePerson(by, mentor.enrolmentId)
    expect(await statistics()).toBe(before)
    expect(before).toContain('1')
    await erasePerson(by, mentee.enrolmentId)
    await house.db.deleteFrom('person').where('nameless', '=', true).execute()
    // The anonymous rows count: without them the figures differ.
    expect(await statistics()).not.toBe(before)
  })

  test('changes no figure as of an earlier day, although proposals and meetings were open', async () => {
    const today = house.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
    house.clock.advance({ days: 2 })
    const before = await statistics(today)
    await erasePerson(by, mentor.enrolmentId)
    expect(await statistics(today)).toBe(before)
  })

  test('ends what is open: the mentee is ready again and the meeting is cancelled', async () => {
    const wednesday = '2026-12-09T13:00:00+01:00'
    const other = await aMeeting(house, odense, {
      pair: { mentor, mentee: await aMentee(house) },
      startsAt: wednesday,
    })
    const waiting = await anOffer(house, { mentor, mentee: await aMentee(house) })
    await erasePerson(by, mentor.enrolmentId)
    for (const party of [mentee, other.mentee, waiting.mentee])
      expect(await stateOf(house, party.enrolmentId)).toBe('ready')
    const meeting = await house.db
      .selectFrom('meeting')
      .select('state')
      .where('id', '=', other.meetingId)
      .executeTakeFirstOrThrow()
    expect(meeting.state).toBe('cancelled')
    const open = await house.db
      .selectFrom('match')
      .select('id')
      .where('state', '<>', 'closed')
      .execute()
    expect(open).toEqual([])
  })

  test('stops every mail to them or about them', async () => {
    for (let number = 0; number < 2; number++)
      await anOffer(house, { mentor, mentee: await aMentee(house) })
    const pending = await house.db
      .selectFrom('mail')
      .select('id')
      .where('state', '=', 'pending')
      .execute()
    // Two of each offer, and the question to each of the pair that met.
    expect(pending.length).toBe(6)
    await erasePerson(by, mentor.enrolmentId)
    const sent: string[] = []
    const transport = {
      send: async (_: unknown, messageId: string) => {
        sent.push(messageId)
        return { result: 'sent' } as const
      },
      close: () => {},
    }
    await sendMails(house, anOffice(transport))
    for (const { id } of pending) expect(sent.join()).not.toContain(id)
  })

  test('keeps the pages of runs with them and a valid audit chain', async () => {
    await sealAudit(house.ctx())
    const before = await house.db.selectFrom('matchRun').select('result').executeTakeFirstOrThrow()
    await erasePerson(by, mentor.enrolmentId)
    const after = await house.db.selectFrom('matchRun').select('result').executeTakeFirstOrThrow()
    const total = (run: { result: unknown }) => (run.result as { total: number }).total
    expect(total(after)).toBe(total(before))
    await sealAudit(house.ctx())
    expect((await verifyAudit(house.ctx())).findings).toEqual([])
  })

  test('is idempotent, and refuses another municipality’s person as not found', async () => {
    await aProgramme(house, { municipality: '0265' })
    const roskilde = house.ctx({ ...odense.coordinator, municipality: '0265' })
    const refused = (work: Promise<void>) => expect(work).rejects.toThrow(new Problem('not-found'))
    await refused(erasePerson(roskilde, mentor.enrolmentId))
    await erasePerson(by, mentor.enrolmentId)
    const once = await dump(house)
    await erasePerson(by, mentor.enrolmentId)
    expect(await dump(house)).toBe(once)
    await refused(erasePerson(roskilde, mentor.enrolmentId))
    await refused(erasePerson(by, crypto.randomUUID()))
  })

  test('hides the anonymous rows from everything except statistics', async () => {
    await erasePerson(by, mentor.enrolmentId)
    const { people } = await listPeople(by, ListPeople.parse({}))
    expect(people.map(({ name }) => name)).not.toContain('')
    const match = await aMatch(house, { mentor: await aMentor(house), mentee })
    expect(match.matchId).toBeDefined()
  })
})
