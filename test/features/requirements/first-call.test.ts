import { beforeEach, expect, test } from 'vitest'
import { bookInterview } from '../../../src/features/requirements/book-interview.ts'
import { workingDayAfter } from '../../../src/features/requirements/first-call/working-day.ts'
import { work } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import {
  aMentee,
  aMentor,
  aProgramme,
  menteeForm,
  type Programme,
  wednesday,
} from '../../support/people.ts'
import { registerPerson } from '../../../src/features/people/registration/register.ts'
import { RegisterMentee } from '../../../src/features/people/schema.ts'
import { openKinds } from '../../support/tasks.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

test.each([
  ['2026-11-23', '2026-11-30'],
  ['2026-11-27', '2026-12-04'],
  // Christmas: the 25th and 26th are holidays, and so is New Year's Day.
  ['2026-12-22', '2026-12-30'],
  ['2026-12-30', '2027-01-07'],
  // Easter 2027: from Maundy Thursday on 25 March to Easter Monday on 29 March.
  ['2027-03-22', '2027-04-01'],
])('five working days after %s is %s', (from, to) => {
  expect(workingDayAfter(Temporal.PlainDate.from(from), 5).toString()).toBe(to)
})

test('who registered is to be called within five working days, until they move on', async () => {
  const mentor = await aMentor(house, { state: 'registered' })
  const mentee = await aMentee(house, { state: 'registered' })
  await aMentee(house)
  await work(house, ['call-registered'])
  house.clock.advance({ hours: 2 })
  await work(house, ['call-registered'])
  const tasks = await house.db
    .selectFrom('task')
    .select(['enrolmentId', 'kind', 'dueOn'])
    .orderBy('enrolmentId')
    .execute()
  expect(tasks.map(({ dueOn, ...task }) => ({ ...task, dueOn: dueOn.toString() }))).toEqual(
    [mentor.enrolmentId, mentee.enrolmentId].map((enrolmentId) => ({
      enrolmentId,
      kind: 'call_registered',
      dueOn: '2026-11-30',
    })),
  )
  await bookInterview(house.ctx(programme.coordinator), mentor.enrolmentId, {
    startsAt: Temporal.Instant.from(wednesday),
    siteId: programme.siteId,
  })
  expect(await openKinds(house)).toEqual(['call_registered'])
})

test('who only left an address that was never confirmed is not to be called', async () => {
  const command = RegisterMentee.parse(menteeForm())
  await registerPerson(house.ctx({ kind: 'public' }), { role: 'mentee', command })
  await work(house, ['call-registered'])
  expect(await openKinds(house)).toEqual([])
})
