import { beforeEach, describe, expect, test } from 'vitest'
import { bookInterview } from '../../../src/features/requirements/book-interview.ts'
import { cancelInterview } from '../../../src/features/requirements/cancel-interview.ts'
import { moveByHand } from '../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { recordInterview } from '../../../src/features/requirements/record-interview.ts'
import { setRequirements } from '../../../src/features/requirements/set.ts'
import { openKinds } from '../../support/tasks.ts'
import { lookAfterEveryone } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import {
  aMentor,
  aProgramme,
  coordinatorOf,
  type Programme,
  stateOf,
  writeMails,
} from '../../support/people.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const by = () => house.ctx(programme.coordinator)
const startsAt = Temporal.Instant.from('2026-11-25T15:00:00+01:00')
const book = (id: string, at = startsAt) =>
  bookInterview(by(), id, { startsAt: at, siteId: programme.siteId })
const steps = async (id: string) => {
  const rows = await house.db
    .selectFrom('enrolmentTransition')
    .select(['toState', 'reason', 'actor'])
    .where('enrolmentId', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.toState)
}

describe('booking an interview', () => {
  test('mails the volunteer in their language, with the time and a neutral subject', async () => {
    const { enrolmentId, personId } = await aMentor(house, { state: 'registered', locale: 'ar' })
    await book(enrolmentId)
    expect(await stateOf(house, enrolmentId)).toBe('interview_booked')
    const [mail] = await writeMails(house)
    expect(mail).toMatchObject({ personId, locale: 'ar', subject: 'موعد في المكتبة' })
    expect(mail!.text).toContain('15:00')
    expect(mail!.text).toContain('onsdag den 25. november 2026 kl. 15.00')
    expect(mail!.text).toContain('Vollsmose Allé 14')
    expect(mail!.text).not.toMatch(/flygtning|refugee|mentor/i)
  })

  test('moves the booked interview instead of booking a second', async () => {
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    const first = await book(enrolmentId)
    expect(await book(enrolmentId, startsAt.add({ hours: 24 }))).toBe(first)
    const mails = await writeMails(house)
    expect(mails.at(-1)!.text).toContain('torsdag den 26. november')
    expect(await steps(enrolmentId)).toEqual(['registered', 'interview_booked'])
  })

  test('refuses a past time, a site of another municipality, and a volunteer who was interviewed', async () => {
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    await expect(book(enrolmentId, house.clock.now())).rejects.toMatchObject({
      fields: [{ pointer: '/startsAt', code: 'past' }],
    })
    const elsewhere = await aProgramme(house, { municipality: '0265' })
    await expect(
      bookInterview(by(), enrolmentId, { startsAt, siteId: elsewhere.siteId }),
    ).rejects.toMatchObject({ fields: [{ pointer: '/siteId', code: 'choice' }] })
    const { enrolmentId: selected } = await aMentor(house, { state: 'selected' })
    await expect(book(selected)).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'selected',
    })
    await expect(
      bookInterview(house.ctx(coordinatorOf('0265')), enrolmentId, {
        startsAt,
        siteId: elsewhere.siteId,
      }),
    ).rejects.toMatchObject({ type: 'not-found' })
  })

  test('can be cancelled: the volunteer is told and can be booked again', async () => {
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    await book(enrolmentId)
    await writeMails(house)
    await cancelInterview(by(), enrolmentId)
    expect(await stateOf(house, enrolmentId)).toBe('registered')
    const [mail] = await writeMails(house)
    expect(mail!.text).toContain('Aftalen er aflyst')
    expect(mail!.text).toContain('Du hører fra biblioteket om en ny tid.')
    await expect(cancelInterview(by(), enrolmentId)).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'registered',
    })
    await book(enrolmentId)
    expect(await stateOf(house, enrolmentId)).toBe('interview_booked')
  })

  test('is cancelled without the promise of another time when the volunteer leaves', async () => {
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    await book(enrolmentId)
    await writeMails(house)
    await moveByHand(by(), enrolmentId, { to: 'left', reason: 'Flyttet' })
    const [mail] = await writeMails(house)
    expect(mail!.text).toContain('Aftalen er aflyst')
    expect(mail!.text).not.toMatch(/ny tid|Flyttet/)
  })
})

describe('recording an interview', () => {
  test('selects, and makes ready at once when nothing is required', async () => {
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    await book(enrolmentId)
    await expect(
      recordInterview(by(), enrolmentId, { decision: 'selected' }),
    ).rejects.toMatchObject({ type: 'too-early' })
    house.clock.advance({ days: 3 })
    await recordInterview(by(), enrolmentId, { decision: 'selected' })
    const way = ['registered', 'interview_booked', 'interviewed', 'selected', 'ready']
    expect(await steps(enrolmentId)).toEqual(way)
  })

  test('selects, and waits for what is required', async () => {
    await setRequirements(by(), '0461', {
      requirements: [{ kind: 'interview' }, { kind: 'confidentiality' }],
    })
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    await book(enrolmentId)
    house.clock.advance({ days: 3 })
    await recordInterview(by(), enrolmentId, { decision: 'selected' })
    expect(await stateOf(house, enrolmentId)).toBe('requirements_pending')
  })

  test('rejects with the reason, which the transition stores', async () => {
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    await book(enrolmentId)
    house.clock.advance({ days: 3 })
    const reason = 'Kan kun om natten'
    await recordInterview(by(), enrolmentId, { decision: 'rejected', reason })
    expect(await stateOf(house, enrolmentId)).toBe('rejected')
    const interview = await house.db.selectFrom('interview').selectAll().executeTakeFirstOrThrow()
    expect(interview).toMatchObject({ state: 'held', decision: 'rejected', reason })
    await expect(
      recordInterview(by(), enrolmentId, { decision: 'selected' }),
    ).rejects.toMatchObject({ type: 'state-conflict', state: 'rejected' })
  })

  test('is a task from the time of the interview until it is done', async () => {
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    await book(enrolmentId)
    await lookAfterEveryone(house)
    expect(await openKinds(house)).toEqual([])
    house.clock.advance({ days: 3 })
    await lookAfterEveryone(house)
    await lookAfterEveryone(house)
    expect(await openKinds(house)).toEqual(['interview_unrecorded'])
    await recordInterview(by(), enrolmentId, { decision: 'selected' })
    expect(await openKinds(house)).toEqual([])
  })
})
