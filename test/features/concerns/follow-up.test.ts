import { beforeEach, expect, test } from 'vitest'
import { followUpConcern } from '../../../src/features/concerns/follow-up.ts'
import { nameReaders } from '../../../src/features/concerns/readers/name-readers.ts'
import { resealConcerns } from '../../../src/features/concerns/reseal-concerns.ts'
import { openKeyRing } from '../../../src/db/seal.ts'
import { applyRetention } from '../../../src/features/privacy/apply-retention.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aConcern, type Reader, twoReaders } from '../../support/concerns.ts'
import { dump, linesWith } from '../../support/dump.ts'
import { work } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { keys } from '../../support/keys.ts'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import {
  aMatch,
  aMeeting,
  aProgramme,
  type Programme,
  wednesday,
  writeMails,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let rikke: Reader
let soren: Reader
let id: string
beforeEach(async () => {
  programme = await aProgramme(house)
  ;[rikke, soren] = await twoReaders(house, programme)
  const { mentee, matchId } = await aMatch(house)
  id = await aConcern(house, { personId: mentee.personId, matchId })
})

const step = { kind: 'done', text: 'Talte med hende', happenedOn: '2026-11-23' }

async function rowOf() {
  return house.db.selectFrom('concern').selectAll().where('id', '=', id).executeTakeFirst()
}

async function openTasks() {
  const rows = await house.db
    .selectFrom('task')
    .select('id')
    .where('concernId', '=', id)
    .where('doneAt', 'is', null)
    .execute()
  return rows.length
}

test('a reader reads the concern, writes what was done, and closes it; the other reads that too', async () => {
  const session = await site.enter(rikke)
  const page = await site.get(`/concerns/${id}`, session)
  expect(page.body).toContain('Han råber ad mig')
  expect(page.body).toMatch(/Mette Holm \d+<\/bdi> \+ <bdi>Amal Nasser/)
  for (const [given, state] of [
    [step, 'followed_up'],
    [{ ...step, kind: 'authority_notified', text: 'Underrettede Odense' }, 'followed_up'],
    [{ ...step, kind: 'closed', text: 'Parret er slut' }, 'closed'],
  ] as const) {
    const answer = await site.post(`/concerns/${id}/steps`, given, session)
    expect([given.kind, answer.statusCode]).toEqual([given.kind, 303])
    expect((await rowOf())!.state).toBe(state)
  }
  expect(await openTasks()).toBe(0)
  const other = await site.get(`/concerns/${id}`, await site.enter(soren))
  for (const said of ['Talte med hende', 'Underrettede Odense', 'Parret er slut', 'Rikke Læser'])
    expect(other.body).toContain(said)
  expect(linesWith(await dump(house), ['Talte med', 'Underrettede', 'Parret er'])).toEqual([])
  const list = await site.get('/concerns', session)
  expect(list.body).toContain('afsluttet')
  expect(list.body).not.toContain('Han råber')
})

test('a closed concern takes no step until it is opened again, and an open one is not opened', async () => {
  const session = await site.enter(rikke)
  const post = (given: object) => site.post(`/concerns/${id}/steps`, { ...step, ...given }, session)
  expect((await post({ kind: 'reopened' })).statusCode).toBe(409)
  expect((await post({ kind: 'closed' })).statusCode).toBe(303)
  expect((await post({})).statusCode).toBe(409)
  expect((await post({ kind: 'reopened' })).statusCode).toBe(303)
  expect(await rowOf()).toMatchObject({ state: 'followed_up', closedAt: null })
})

test('a step is refused without a text, of another kind, or on a day to come', async () => {
  const session = await site.enter(rikke)
  for (const given of [{ text: '' }, { kind: 'halted' }, { happenedOn: '2026-11-24' }]) {
    const answer = await site.post(`/concerns/${id}/steps`, { ...step, ...given }, session)
    expect([given, answer.statusCode]).toEqual([given, 422])
  }
})

test('a reader halts the meetings of the pair: both hear that they are off, and nobody hears why', async () => {
  const { mentee, mentor, matchId, meetingId } = await aMeeting(house, programme)
  const concern = await aConcern(house, { personId: mentee.personId, matchId })
  await writeMails(house)
  const session = await site.enter(rikke)
  const halt = () => site.post(`/concerns/${concern}/halt`, {}, session)
  expect((await halt()).statusCode).toBe(303)
  const mails = await writeMails(house)
  expect(mails.map(({ personId }) => personId).sort()).toEqual(
    [mentee.personId, mentor.personId].sort(),
  )
  for (const mail of mails) {
    expect(mail.subject).toMatch(/^Aflyst/)
    expect(mail.calendars).toMatchObject([{ method: 'CANCEL' }])
    expect(JSON.stringify(mail)).not.toMatch(/råber|bekymr|Rikke/)
  }
  const meeting = await house.db
    .selectFrom('meeting')
    .innerJoin('meetingMatch', 'meetingMatch.meetingId', 'meeting.id')
    .innerJoin('match', 'match.id', 'meetingMatch.matchId')
    .select(['meeting.state', 'match.state as matchState'])
    .where('meeting.id', '=', meetingId)
    .executeTakeFirstOrThrow()
  expect(meeting).toEqual({ state: 'cancelled', matchState: 'paused' })
  const page = await site.get(`/concerns/${concern}`, session)
  expect(page.body).toContain('Parrets møder blev stoppet')
  expect((await halt()).statusCode).toBe(409)
  const told = await house.db
    .selectFrom('auditEntry')
    .select('actor')
    .where('personId', 'in', [mentee.personId, mentor.personId])
    .where('action', 'in', ['match-moved', 'meeting-left'])
    .execute()
  expect(new Set(told.map(({ actor }) => actor))).toEqual(new Set(['system']))
})

test('the other pairs of a meeting meet, and a concern about no pair halts nothing', async () => {
  const [first, second] = [await aMatch(house), await aMatch(house)]
  const meetingId = await planMeeting(house.ctx(programme.coordinator), {
    matchIds: [first.matchId, second.matchId],
    siteId: programme.siteId,
    startsAt: Temporal.Instant.from(wednesday),
    minutes: 60,
  })
  const { personId } = first.mentee
  const session = await site.enter(rikke)
  const about = await aConcern(house, { personId, matchId: first.matchId })
  const none = await aConcern(house, { personId })
  expect((await site.post(`/concerns/${none}/halt`, {}, session)).statusCode).toBe(409)
  expect((await site.post(`/concerns/${about}/halt`, {}, session)).statusCode).toBe(303)
  const left = await house.db
    .selectFrom('participant')
    .select('personId')
    .where('meetingId', '=', meetingId)
    .execute()
  expect(left.map((one) => one.personId).sort()).toEqual(
    [second.mentor.personId, second.mentee.personId].sort(),
  )
})

test('a programme names two colleagues of its municipality, no fewer and no more', async () => {
  const session = await site.enter(rikke)
  const name = (...ids: string[]) => site.post('/programme/concerns', { accountIds: ids }, session)
  const third = await anAccount(house)
  const foreign = await anAccount(house, { municipality: '0265' })
  const left = await anAccount(house)
  await house.db
    .updateTable('account')
    .set({ disabledAt: house.clock.now() })
    .where('id', '=', left.accountId)
    .execute()
  for (const ids of [
    [rikke.accountId],
    [rikke.accountId, rikke.accountId],
    [rikke.accountId, soren.accountId, third.accountId],
    [rikke.accountId, foreign.accountId],
    [rikke.accountId, left.accountId],
  ])
    expect([ids, (await name(...ids)).statusCode]).toEqual([ids, 422])
  expect((await name(rikke.accountId, third.accountId)).statusCode).toBe(303)
  expect((await site.get(`/concerns/${id}`, await site.enter(soren))).statusCode).toBe(404)
  expect((await site.get(`/concerns/${id}`, await site.enter(third))).statusCode).toBe(200)
})

test('nobody makes themselves a reader: the two, or an administrator, name others', async () => {
  const curious = await anAccount(house)
  const accountIds = [curious.accountId, rikke.accountId]
  const session = await site.enter(curious)
  const answer = await site.post('/programme/concerns', { accountIds }, session)
  expect(answer.statusCode).toBe(403)
  expect((await site.get('/programme/concerns', session)).body).not.toContain('type="checkbox"')
  const foreign = await anAccount(house, { municipality: '0265' })
  await expect(
    nameReaders(house.ctx(foreign.actor), programme.id, { accountIds }),
  ).rejects.toMatchObject({ type: 'not-allowed' })
  const administrator = await site.enter(await anAccount(house, { role: 'administrator' }))
  const path = `/administration/programmes/${programme.id}/concerns`
  expect((await site.get(path, administrator)).body).toContain('Rikke Læser')
  expect((await site.post(path, { accountIds }, administrator)).statusCode).toBe(303)
  expect((await site.get(`/concerns/${id}`, session)).statusCode).toBe(200)
})

test('a concern is deleted 24 months after it was closed, with what was done; an open one stays', async () => {
  const { mentee } = await aMatch(house)
  const open = await aConcern(house, { personId: mentee.personId })
  await followUpConcern(
    house.ctx(rikke.actor),
    id,
    { kind: 'closed', text: 'x', happenedOn: Temporal.PlainDate.from('2026-11-23') },
    keys,
  )
  house.clock.advance({ hours: 24 * 729 })
  await applyRetention(house.ctx())
  expect(await rowOf()).toBeDefined()
  house.clock.advance({ hours: 24 * 3 })
  await applyRetention(house.ctx())
  const left = await house.db.selectFrom('concern').select('id').execute()
  expect(left).toEqual([{ id: open }])
  expect(await house.db.selectFrom('concernStep').selectAll().execute()).toEqual([])
})

test('a change of the key seals every text anew, and an older key is needed no more', async () => {
  await followUpConcern(
    house.ctx(rikke.actor),
    id,
    { kind: 'done', text: 'x', happenedOn: Temporal.PlainDate.from('2026-11-23') },
    keys,
  )
  await expect(resealConcerns(house.ctx(), openKeyRing(['another']))).rejects.toThrow('the key')
  await resealConcerns(house.ctx(), openKeyRing(['another', 'development']))
  const only = openKeyRing(['another'])
  const [{ text }] = (await house.db.selectFrom('concern').select('text').execute()) as [
    { text: string },
  ]
  expect(only.open(text, { table: 'concern', column: 'text', id })).toBe('Han råber ad mig')
  const [done] = await house.db.selectFrom('concernStep').select(['id', 'text']).execute()
  const place = { table: 'concern_step', column: 'text', id: done!.id }
  expect(only.open(done!.text!, place)).toBe('x')
})

test('a concern that is told again makes no second task', async () => {
  await house.db.deleteFrom('duty').execute()
  await nameReaders(house.ctx(rikke.actor), programme.id, {
    accountIds: [rikke.accountId, soren.accountId],
  })
  await work(house, ['concern'])
  expect(await openTasks()).toBe(1)
})
