import { beforeEach, describe, expect, test } from 'vitest'
import { PlanMeeting } from '../../../../src/features/meetings/planning/schema.ts'
import { planMeeting } from '../../../../src/features/meetings/planning/plan.ts'
import { setHours } from '../../../../src/features/places/sites/set-hours.ts'
import { setRooms } from '../../../../src/features/places/sites/set-rooms.ts'
import { erasePerson } from '../../../../src/features/privacy/erase.ts'
import { setMeetingPlaces } from '../../../../src/features/programmes/set-meeting-places.ts'
import { anAccount } from '../../../support/accounts.ts'
import { useHouse } from '../../../support/house.ts'
import { aMatch, aMentee, aMentor, aProgramme, type Programme } from '../../../support/people.ts'

const house = useHouse()
let programme: Programme
let match: Awaited<ReturnType<typeof aMatch>>

const days = [1, 2, 3, 4, 5, 6, 7]
const always = days.map((day) => ({ day, from: '00:00', to: '24:00' }))
/** Two people who can always meet: what is refused is refused by something else. */
async function readyMatch() {
  const pair = {
    mentor: await aMentor(house, { hours: always, capacity: 3 }),
    mentee: await aMentee(house, { hours: always }),
  }
  return aMatch(house, pair)
}

beforeEach(async () => {
  programme = await aProgramme(house)
  match = await readyMatch()
})

type Wish = Partial<Parameters<typeof PlanMeeting.parse>[0] & object>
const plan = (wish: Wish = {}) =>
  planMeeting(
    house.ctx(programme.coordinator),
    PlanMeeting.parse({
      matchIds: [match.matchId],
      siteId: programme.siteId,
      localStart: '2026-11-25T13:00',
      ...wish,
    }),
  )
const read = (id: string) =>
  house.db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const refusal = (pointer: string, code: string) => ({
  fields: [expect.objectContaining({ pointer, code })],
})

const open = (weekly: { day: number; opens: string; closes: string; staffed: boolean }[]) =>
  setHours(house.ctx(programme.coordinator), programme.siteId, {
    version: 1,
    weekly,
    days: [{ day: Temporal.PlainDate.from('2026-11-27'), opens: false }],
  })

describe('when a meeting can be', () => {
  test('the time on the wall and the zone are stored beside the instant', async () => {
    const winter = await read(await plan())
    expect([winter.startsAt, winter.localStart, winter.zone].map(String)).toEqual([
      ...['2026-11-25T12:00:00Z', '2026-11-25T13:00:00', 'Europe/Copenhagen'],
    ])
    const summer = await read(
      await plan({ localStart: undefined, startsAt: '2027-06-02T11:00:00Z' }),
    )
    expect(String(summer.localStart)).toBe('2027-06-02T13:00:00')
    const next = await read(await plan({ localStart: '2027-06-02T14:00' }))
    expect(String(next.startsAt)).toBe('2027-06-02T12:00:00Z')
  })

  const refused = [
    ['a time that has passed', '2026-11-23T09:59', 'past'],
    ['more than a year ahead', '2027-11-23T10:01', 'tooFarAhead'],
    ['a public holiday', '2026-12-25T12:00', 'holiday'],
    ['a closed day', '2026-11-27T12:00', 'closedDay'],
    ['before opening', '2026-11-25T08:45', 'closed'],
    ['running past closing', '2026-11-25T21:15', 'closed'],
    ['when it is open without staff, for a match meeting', '2026-11-25T09:30', 'notStaffed'],
    ['a time that is skipped', '2027-03-28T02:30', 'skipped'],
    ['a time that comes twice', '2027-10-31T02:30', 'twice'],
  ] as const

  test('is said at the field of a time that cannot be, also when it was agreed by telephone', async () => {
    await open([
      { day: 3, opens: '09:00', closes: '10:00', staffed: false },
      { day: 3, opens: '10:00', closes: '18:00', staffed: true },
      { day: 3, opens: '18:00', closes: '22:00', staffed: false },
      { day: 5, opens: '10:00', closes: '18:00', staffed: true },
    ])
    for (const [what, localStart, code] of refused)
      for (const agreedByPhone of [false, true]) {
        const answer = await plan({ localStart, agreedByPhone }).catch((error) => error)
        expect([what, answer]).toMatchObject([what, refusal('/localStart', code)])
      }
    expect(await house.db.selectFrom('meeting').selectAll().execute()).toEqual([])
  })

  test('exactly a year ahead is not too far', async () => {
    await open([{ day: 2, opens: '10:00', closes: '18:00', staffed: true }])
    await plan({ localStart: '2027-11-23T10:00' })
  })

  test('a pair that has met may meet when the site is open without staff', async () => {
    await open([
      { day: 3, opens: '10:00', closes: '18:00', staffed: true },
      { day: 3, opens: '18:00', closes: '22:00', staffed: false },
    ])
    const evening = { localStart: '2026-12-02T18:30' }
    await expect(plan(evening)).rejects.toMatchObject(refusal('/localStart', 'notStaffed'))
    await plan()
    expect(await read(await plan(evening))).toMatchObject({ type: 'meeting' })
    // With a pair that has not met it is a match meeting again.
    const other = await readyMatch()
    const both = { matchIds: [match.matchId, other.matchId], localStart: '2026-12-09T18:30' }
    await expect(plan(both)).rejects.toMatchObject(refusal('/localStart', 'notStaffed'))
    expect(await read(await plan({ ...both, localStart: '2026-12-09T16:30' }))).toMatchObject({
      type: 'match_meeting',
    })
  })

  test('the answer to the question which of two equal times is meant decides', async () => {
    await open([{ day: 7, opens: '00:00', closes: '24:00', staffed: true }])
    const night = { localStart: '2027-10-31T02:30', minutes: 30 }
    const second = await read(await plan({ ...night, occurrence: 'second' }))
    const first = await read(await plan({ ...night, occurrence: 'first' }))
    expect([first, second].map(({ startsAt }) => String(startsAt))).toEqual([
      ...['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'],
    ])
    expect(first.localStart.equals(second.localStart)).toBe(true)
  })

  test('weekly hours and days away give way when it was agreed by telephone, bookings do not', async () => {
    const mentor = await aMentor(house, {
      name: 'Onsdags Mentor',
      hours: [{ day: 3, from: '12:00', to: '14:00' }],
    })
    const other = await aMatch(house, { mentor, mentee: await aMentee(house, { hours: always }) })
    const wish = { matchIds: [other.matchId], localStart: '2026-11-26T12:00' }
    await expect(plan(wish)).rejects.toMatchObject({
      type: 'not-free',
      fields: [{ pointer: '/localStart', code: 'notFree', args: { name: 'Onsdags Mentor' } }],
    })
    const away = { startsOn: '2026-11-25', endsBefore: '2026-11-26' }
    await house.db
      .insertInto('availabilityException')
      .values({
        municipality: '0461',
        personId: mentor.personId,
        startsOn: Temporal.PlainDate.from(away.startsOn),
        endsBefore: Temporal.PlainDate.from(away.endsBefore),
      })
      .execute()
    await expect(plan({ ...wish, localStart: '2026-11-25T12:00' })).rejects.toMatchObject({
      type: 'not-free',
    })
    await plan({ ...wish, localStart: '2026-11-25T12:00', agreedByPhone: true })
    await plan({ ...wish, agreedByPhone: true })
    await expect(plan({ ...wish, agreedByPhone: true })).rejects.toMatchObject({ type: 'taken' })
  })

  test('who is paused until a day can be planned for from that day on', async () => {
    const { mentorId } = await house.db
      .selectFrom('match')
      .select('mentorId')
      .where('id', '=', match.matchId)
      .executeTakeFirstOrThrow()
    const pausedUntil = Temporal.PlainDate.from('2026-11-26')
    await house.db
      .updateTable('enrolment')
      .set({ state: 'paused', pausedUntil })
      .where('id', '=', mentorId)
      .execute()
    await expect(plan()).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'paused',
      ...refusal('/matchIds', 'personStopped'),
    })
    await plan({ localStart: '2026-11-26T13:00' })
  })
})

describe('where a meeting can be', () => {
  const rooms = async () => {
    const { siteId, coordinator } = programme
    const named = [{ name: 'Lokale 1' }, { name: 'Lokale 2' }]
    await setRooms(house.ctx(coordinator), siteId, { version: 1, rooms: named })
    const rows = await house.db.selectFrom('room').select('id').orderBy('name').execute()
    return rows.map(({ id }) => id)
  }

  test('a room takes one meeting at a time, and is named when it is taken', async () => {
    const [one, two] = await rooms()
    await plan({ roomId: one })
    const other = await readyMatch()
    const wish = { matchIds: [other.matchId], localStart: '2026-11-25T13:30' }
    await expect(plan({ ...wish, roomId: one })).rejects.toMatchObject({
      type: 'taken',
      fields: [{ pointer: '/roomId', code: 'booked', args: { name: 'Lokale 1' } }],
    })
    const meeting = await read(await plan({ ...wish, roomId: two }))
    expect(meeting).toMatchObject({ place: 'site', siteId: programme.siteId, roomId: two })
  })

  test('refused are a room of another site, a removed one, and no site', async () => {
    const [one] = await rooms()
    const other = await aProgramme(house, { municipality: '0265' })
    await expect(plan({ siteId: undefined })).rejects.toMatchObject(refusal('/siteId', 'required'))
    await expect(plan({ siteId: other.siteId })).rejects.toMatchObject(refusal('/siteId', 'choice'))
    const { coordinator, siteId } = programme
    await setRooms(house.ctx(coordinator), siteId, { version: 2, rooms: [] })
    await expect(plan({ roomId: one })).rejects.toMatchObject(refusal('/roomId', 'choice'))
  })

  test('online with the programme’s link, at any time, which the meeting keeps', async () => {
    const online = { place: 'online', siteId: undefined, localStart: '2026-12-25T20:00' }
    await expect(plan(online)).rejects.toMatchObject(refusal('/place', 'noMeetingLink'))
    const set = (meetingLink: string) =>
      setMeetingPlaces(house.ctx(programme.coordinator), '0461', {
        meetingLink,
        meetsElsewhere: true,
      })
    await set('https://meet.example/odense')
    const id = await plan(online)
    await set('https://meet.example/ny')
    expect(await read(id)).toMatchObject({
      place: 'online',
      siteId: null,
      placeText: 'https://meet.example/odense',
    })
  })

  test('elsewhere once they have met, where the programme allows it', async () => {
    const elsewhere = { place: 'elsewhere', siteId: undefined, placeText: 'Caféen på Torvet' }
    const later = { ...elsewhere, localStart: '2026-12-05T20:00' }
    await expect(plan(elsewhere)).rejects.toMatchObject(refusal('/place', 'matchMeetingPlace'))
    await plan()
    await expect(plan({ ...later, placeText: undefined })).rejects.toMatchObject(
      refusal('/placeText', 'required'),
    )
    const id = await plan(later)
    expect(await read(id)).toMatchObject({ place: 'elsewhere', placeText: 'Caféen på Torvet' })
    await setMeetingPlaces(house.ctx(programme.coordinator), '0461', { meetsElsewhere: false })
    await expect(plan({ ...later, localStart: '2026-12-06T20:00' })).rejects.toMatchObject(
      refusal('/place', 'choice'),
    )
    // It may be somebody's home.
    await erasePerson(house.ctx(programme.coordinator), match.mentee.enrolmentId)
    expect(await read(id)).toMatchObject({ placeText: '–' })
  })
})

describe('with whom', () => {
  test('the coordinator who plans takes part, unless another is named or none', async () => {
    const { actor: own, accountId } = await anAccount(house)
    const { accountId: other } = await anAccount(house, { name: 'Bente' })
    const { accountId: foreign } = await anAccount(house, { municipality: '0265' })
    const by = (accountId: string | undefined, localStart: string) =>
      planMeeting(
        house.ctx(own),
        PlanMeeting.parse({
          ...{ matchIds: [match.matchId], siteId: programme.siteId, localStart },
          accountId,
        }),
      )
    expect((await read(await by(undefined, '2026-11-25T10:00'))).accountId).toBe(accountId)
    expect((await read(await by(other, '2026-11-25T11:00'))).accountId).toBe(other)
    expect((await read(await by('none', '2026-11-25T12:00'))).accountId).toBe(null)
    await expect(by(foreign, '2026-11-25T14:00')).rejects.toMatchObject(
      refusal('/accountId', 'choice'),
    )
    match = await readyMatch()
    await expect(by(other, '2026-11-25T11:30')).rejects.toMatchObject({
      fields: [{ pointer: '/accountId', code: 'booked', args: { name: 'Bente' } }],
    })
  })

  test('one to twenty pairs, each once, with an interpreter and child care as flags', async () => {
    const refused = (matchIds: string[]) =>
      PlanMeeting.safeParse({ matchIds, siteId: programme.siteId, localStart: '2026-11-25T13:00' })
    const ids = Array.from({ length: 21 }, () => crypto.randomUUID())
    expect(refused(ids.slice(1)).success).toBe(true)
    for (const matchIds of [[], ids, [ids[0]!, ids[0]!]])
      expect(refused(matchIds).success).toBe(false)
    const meeting = await read(await plan({ interpreter: true }))
    expect(meeting).toMatchObject({ interpreter: true, childCare: false })
  })
})
