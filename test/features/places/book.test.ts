import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '../../../src/context.ts'
import { book } from '../../../src/features/places/book.ts'
import { leaveMeetings } from '../../../src/features/meetings/leave.ts'
import { erasePerson } from '../../../src/features/privacy/erase.ts'
import { bookInterview } from '../../../src/features/requirements/book-interview.ts'
import { cancelInterview } from '../../../src/features/requirements/cancel-interview.ts'
import { anAccount } from '../../support/accounts.ts'
import { useHouse } from '../../support/house.ts'
import { aMeeting, aMentor, aProgramme, type Programme, wednesday } from '../../support/people.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const bookings = () =>
  house.db
    .selectFrom('booking')
    .select(['kind', 'holder', 'meetingId', 'interviewId'])
    .orderBy('kind')
    .orderBy('id')
    .execute()

const interview = { startsAt: Temporal.Instant.from(wednesday) }

describe('booking', () => {
  test('a meeting and an interview at the same hour cannot have the same coordinator', async () => {
    const { actor } = await anAccount(house, { name: 'Karin Odgaard' })
    const mentor = await aMentor(house, { state: 'registered' })
    await aMeeting(house, { ...programme, coordinator: actor })
    const command = { ...interview, siteId: programme.siteId }
    await expect(
      bookInterview(house.ctx(actor), mentor.enrolmentId, command),
    ).rejects.toMatchObject({
      type: 'taken',
      fields: [{ pointer: '/accountId', code: 'booked', args: { name: 'Karin Odgaard' } }],
    })
    const anHourLater = interview.startsAt.add({ hours: 1 })
    await bookInterview(house.ctx(actor), mentor.enrolmentId, { ...command, startsAt: anHourLater })
    expect((await bookings()).map(({ kind }) => kind)).toEqual([
      ...['person', 'person', 'person', 'account', 'account'],
    ])
  })

  test('moving an interview frees its old hour, and cancelling it frees both people', async () => {
    const { actor } = await anAccount(house)
    const { enrolmentId, personId } = await aMentor(house, { state: 'registered' })
    const command = { ...interview, siteId: programme.siteId }
    const id = await bookInterview(house.ctx(actor), enrolmentId, command)
    const half = { ...command, startsAt: interview.startsAt.add({ minutes: 30 }) }
    await bookInterview(house.ctx(actor), enrolmentId, half)
    expect((await bookings()).map(({ holder, interviewId }) => [holder, interviewId])).toEqual([
      [personId, id],
      [actor.id, id],
    ])
    await cancelInterview(house.ctx(actor), enrolmentId)
    expect(await bookings()).toEqual([])
  })

  test('nothing is booked when one of several is taken, and a person gets no name', async () => {
    const { mentor, mentee, meetingId } = await aMeeting(house, programme)
    const other = await aMentor(house)
    const before = await bookings()
    const during = { ...interview, endsAt: interview.startsAt.add({ minutes: 15 }) }
    const people = [other, mentor, mentee].map(({ personId }) => personId)
    const attempt = book(
      house.ctx({ kind: 'person', id: mentee.personId, municipality: '0461' }),
      { municipality: '0461', meetingId },
      during,
      people.map((id) => ({ kind: 'person', id })),
    )
    await expect(attempt).rejects.toMatchObject({
      fields: [1, 2].map(() => ({ pointer: '/startsAt', code: 'somebodyBooked' })),
    })
    await expect(attempt).rejects.not.toMatchObject({ fields: [{ args: expect.anything() }] })
    expect(await bookings()).toEqual(before)
  })

  test('who leaves a meeting that is off is free again, and so is the other', async () => {
    const { mentor } = await aMeeting(house, programme)
    await leaveMeetings(house.ctx(), { enrolmentId: mentor.enrolmentId }, { reason: 'match_ended' })
    expect(await bookings()).toEqual([])
  })

  test('the bookings of a person go when they are erased, also those of past meetings', async () => {
    const { mentor, mentee } = await aMeeting(house, programme)
    house.clock.advance({ days: 7 })
    await erasePerson(house.ctx(programme.coordinator), mentor.enrolmentId)
    expect((await bookings()).map(({ holder }) => holder)).toEqual([mentee.personId])
  })

  test('another municipality sees none of them', async () => {
    await aMeeting(house, programme)
    const foreign = { ...programme.coordinator, municipality: '0265' }
    const seen = await transact(house.ctx(foreign), ({ db }) =>
      db.selectFrom('booking').select('id').execute(),
    )
    expect(seen).toEqual([])
  })
})
