import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '../../../src/context.ts'
import { findFreeTimes } from '../../../src/features/places/free/find-free-times.ts'
import { type Hours, listOutsideHours, type Needed } from '../../../src/features/places/free/sql.ts'
import type { Period } from '../../../src/features/places/schema.ts'
import { aPersonIn } from '../../support/accounts.ts'
import { useHouse } from '../../support/house.ts'
import { aProgramme, type Programme } from '../../support/people.ts'

const house = useHouse()
const municipality = '0461'
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const at = (time: string) => Temporal.Instant.from(time)
const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime().toString().slice(0, 16)

async function somebody(...hours: [day: number, starts: string, ends: string][]): Promise<string> {
  const personId = await aPersonIn(house)
  const rows = hours.map(([day, starts, ends]) => ({ municipality, personId, day, starts, ends }))
  if (rows.length > 0) await house.db.insertInto('availability').values(rows).execute()
  return personId
}

async function find(needed: Needed, minutes = 60): Promise<string[]> {
  const times = await findFreeTimes(house.ctx(), needed, minutes)
  return times.map(({ startsAt, endsAt }) => `${local(startsAt)}–${local(endsAt).slice(11)}`)
}

const outside = (hours: Hours, startsAt: string, minutes: number) =>
  transact(house.ctx(), ({ db }) => {
    const from = at(startsAt)
    return listOutsideHours(db, hours, { startsAt: from, endsAt: from.add({ minutes }) })
  })

/** Books somebody or something with an interview, of which only the booking is looked at here. */
async function take(holder: { kind: 'person' | 'room' | 'account'; id: string }, during: Period) {
  const { id: meetingId } = await house.db
    .insertInto('meeting')
    .values({
      municipality,
      programmeId: programme.id,
      type: 'meeting',
      ...during,
      localStart: during.startsAt.toZonedDateTimeISO('UTC').toPlainDateTime(),
      zone: 'UTC',
      place: 'elsewhere',
      placeText: 'Parken',
      createdBy: 'system',
      createdAt: house.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await house.db
    .insertInto('booking')
    .values({
      municipality,
      kind: holder.kind,
      holder: holder.id,
      during: `[${during.startsAt},${during.endsAt})`,
      meetingId,
    })
    .execute()
  return meetingId
}

describe('the times that people have in common', () => {
  test('are the hours that everybody has, from tomorrow on, for eight weeks', async () => {
    const amal = await somebody([1, '12:00', '17:00'])
    const hanne = await somebody([1, '15:30', '21:00'])
    const found = await find({ personIds: [amal, hanne] })
    // Today is Monday: the first is the next Monday, and the eighth is the last.
    expect(found).toHaveLength(8)
    expect(found[0]).toBe('2026-11-30T15:30–17:00')
    expect(found.at(-1)).toBe('2027-01-18T15:30–17:00')
  })

  test('join hours that touch, and begin at quarters of an hour', async () => {
    const amal = await somebody([2, '16:00', '17:00'], [2, '17:00', '18:00'])
    const hanne = await somebody([2, '16:30', '17:30'])
    expect((await find({ personIds: [amal, hanne] }))[0]).toBe('2026-11-24T16:30–17:30')
    const ole = await somebody([2, '16:15', '17:30'])
    expect((await find({ personIds: [amal, ole] }, 75))[0]).toBe('2026-11-24T16:15–17:30')
    expect(await find({ personIds: [amal, ole] }, 76)).toEqual([])
  })

  test('go past midnight, from Sunday to Monday too', async () => {
    const amal = await somebody([7, '23:00', '24:00'], [1, '00:00', '01:00'])
    expect((await find({ personIds: [amal] }, 120))[0]).toBe('2026-11-29T23:00–01:00')
    expect(await outside({ personIds: [amal] }, '2026-11-29T22:00Z', 120)).toEqual([])
    expect(await outside({ personIds: [amal] }, '2026-11-29T22:00Z', 121)).toEqual([amal])
  })

  test('are none when one of them has no hours', async () => {
    const amal = await somebody([1, '12:00', '17:00'])
    expect(await find({ personIds: [amal, await somebody()] })).toEqual([])
  })

  test('are without the days on which one is away, and without what they are booked for', async () => {
    const amal = await somebody([2, '12:00', '15:00'], [3, '12:00', '15:00'])
    await house.db
      .insertInto('availabilityException')
      .values({
        municipality,
        personId: amal,
        startsOn: Temporal.PlainDate.from('2026-11-25'),
        endsBefore: Temporal.PlainDate.from('2027-01-13'),
      })
      .execute()
    const during = { startsAt: at('2026-11-24T11:50Z'), endsAt: at('2026-11-24T12:50Z') }
    const meetingId = await take({ kind: 'person', id: amal }, during)
    // After 13.50 the next quarter of an hour is 14.00.
    expect(await find({ personIds: [amal] })).toEqual([
      '2026-11-24T14:00–15:00',
      '2027-01-13T12:00–15:00',
    ])
    expect((await find({ personIds: [amal], meetingId }))[0]).toBe('2026-11-24T12:00–15:00')
  })

  test('are without what the coordinator and the room are booked for', async () => {
    const amal = await somebody([2, '12:00', '14:00'])
    const { id: roomId } = await house.db
      .insertInto('room')
      .values({ municipality, siteId: programme.siteId, name: '1' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await take(
      { kind: 'room', id: roomId },
      { startsAt: at('2026-11-24T11:00Z'), endsAt: at('2026-11-24T12:00Z') },
    )
    expect((await find({ personIds: [amal] }))[0]).toBe('2026-11-24T12:00–14:00')
    expect((await find({ personIds: [amal], roomId }))[0]).toBe('2026-11-24T13:00–14:00')
  })

  test('are seen in the own municipality only', async () => {
    const amal = await somebody([2, '12:00', '14:00'])
    const foreign = house.ctx({ ...programme.coordinator, municipality: '0265' })
    expect(await findFreeTimes(foreign, { personIds: [amal] }, 60)).toEqual([])
  })
})

describe('the hours of a site', () => {
  const always = [1, 2, 3, 4, 5, 6, 7].map((day): [number, string, string] => [
    day,
    '00:00',
    '24:00',
  ])

  async function open(hours: [day: number, opens: string, closes: string, staffed: boolean][]) {
    const { siteId } = programme
    await house.db.deleteFrom('siteHours').where('siteId', '=', siteId).execute()
    const rows = hours.map(([day, opens, closes, staffed]) => ({
      municipality,
      siteId,
      day,
      opens,
      closes,
      staffed,
    }))
    await house.db.insertInto('siteHours').values(rows).execute()
    return siteId
  }

  test('are the staffed ones, or all of them', async () => {
    const amal = await somebody(...always)
    const id = await open([
      [2, '08:00', '10:00', false],
      [2, '10:00', '16:00', true],
    ])
    expect((await find({ personIds: [amal], site: { id, staffed: true } }))[0]).toBe(
      '2026-11-24T10:00–16:00',
    )
    expect((await find({ personIds: [amal], site: { id, staffed: false } }))[0]).toBe(
      '2026-11-24T08:00–16:00',
    )
  })

  test('do not hold on public holidays and closed days, unless the site says that it is open', async () => {
    const amal = await somebody(...always)
    // 25 and 26 December and 1 January are public holidays; 24 December is none.
    const id = await open([
      [4, '10:00', '16:00', true],
      [5, '10:00', '16:00', true],
      [6, '10:00', '14:00', true],
    ])
    const days = [
      ['2026-12-24', false],
      ['2026-12-26', true],
    ] as const
    await house.db
      .insertInto('siteDay')
      .values(
        days.map(([day, opens]) => ({
          municipality,
          siteId: id,
          day: Temporal.PlainDate.from(day),
          opens,
        })),
      )
      .execute()
    const found = await find({ personIds: [amal], site: { id, staffed: true } })
    expect(found.filter((time) => time > '2026-12-18T' && time < '2027-01-03')).toEqual([
      '2026-12-18T10:00–16:00',
      '2026-12-19T10:00–14:00',
      '2026-12-26T10:00–14:00',
      '2026-12-31T10:00–16:00',
      '2027-01-02T10:00–14:00',
    ])
    const site = { id, staffed: true }
    expect(await outside({ personIds: [amal], site }, '2026-12-25T12:00Z', 60)).toEqual([id])
    expect(await outside({ personIds: [amal], site }, '2026-12-26T12:00Z', 60)).toEqual([])
  })
})

describe('the nights in which the clocks change', () => {
  // 28 March 2027: at 02:00 it becomes 03:00. 31 October 2027: at 03:00 it becomes 02:00.
  test('have no time in the hour that is skipped', async () => {
    house.clock.set('2027-03-22T09:00Z')
    const night = await somebody([7, '01:30', '02:30'])
    const found = await findFreeTimes(house.ctx(), { personIds: [night] }, 15)
    expect(found.slice(0, 2).map(({ startsAt, endsAt }) => `${startsAt}–${endsAt}`)).toEqual([
      '2027-03-28T00:30:00Z–2027-03-28T01:00:00Z',
      '2027-04-03T23:30:00Z–2027-04-04T00:30:00Z',
    ])
  })

  test('have the hour that comes twice two times', async () => {
    house.clock.set('2027-10-25T09:00Z')
    const night = await somebody([7, '02:00', '03:00'])
    const [found] = await findFreeTimes(house.ctx(), { personIds: [night] }, 120)
    expect(`${found?.startsAt}–${found?.endsAt}`).toBe('2027-10-31T00:00:00Z–2027-10-31T02:00:00Z')
    for (const hour of ['2027-10-31T00:00Z', '2027-10-31T01:00Z'])
      expect(await outside({ personIds: [night] }, hour, 60)).toEqual([])
  })
})
