import { beforeEach, expect, test } from 'vitest'
import { recordCheckIn } from '../../../src/features/follow-up/check-ins/record-check-in.ts'
import { RecordCheckIn } from '../../../src/features/follow-up/schema.ts'
import { moveMatch } from '../../../src/features/matches/transitions/move-match.ts'
import { erasePerson } from '../../../src/features/privacy/erase.ts'
import { applyRetention } from '../../../src/features/privacy/apply-retention.ts'
import { work } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { aPastMeeting, aRunningPair, type RunningPair } from '../../support/pairs.ts'
import { aProgramme, coordinatorOf } from '../../support/people.ts'

const house = useHouse()
let pair: RunningPair
beforeEach(async () => {
  house.clock.set('2026-11-23T09:00Z')
  pair = await aRunningPair(house, await aProgramme(house), '2026-11-23')
})

/** The night before a day's work. */
async function nightBefore(day: string) {
  house.clock.set(`${day}T06:00Z`)
  await work(house, ['make-checks'])
}
const checks = () =>
  house.db
    .selectFrom('matchCheck')
    .select(['kind', 'dueBy', 'checkInId'])
    .orderBy('dueBy')
    .execute()
const openTasks = () =>
  house.db
    .selectFrom('task')
    .select(['kind', 'dueOn'])
    .where('doneAt', 'is', null)
    .where('matchId', '=', pair.matchId)
    .orderBy('kind')
    .execute()
const checkIn = (given: object) =>
  recordCheckIn(
    house.ctx(coordinatorOf('0461')),
    pair.matchId,
    RecordCheckIn.parse({ with: 'both', way: 'phone', goes: 'well', ...given }),
  )
const day = (text: string) => Temporal.PlainDate.from(text)

test('a due check becomes one task about the pair, which a check-in answers', async () => {
  await aPastMeeting(house, pair, '2026-11-23T13:00Z')
  await nightBefore('2026-11-24')
  await nightBefore('2026-11-25')
  expect(await openTasks()).toEqual([{ kind: 'check_first_contact', dueOn: day('2026-11-25') }])
  const id = await checkIn({})
  expect(await checks()).toEqual([
    { kind: 'first-contact', dueBy: day('2026-11-25'), checkInId: id },
  ])
  expect(await openTasks()).toEqual([])
  await nightBefore('2026-12-04')
  expect(await openTasks()).toEqual([{ kind: 'check_contact', dueOn: day('2026-12-10') }])
  // What was heard before the check was due does not answer it.
  await checkIn({ happenedOn: '2026-12-03' })
  expect(await openTasks()).toHaveLength(1)
  await checkIn({ happenedOn: '2026-12-04' })
  expect(await openTasks()).toEqual([])
})

test('a check is answered at once when somebody spoke with the pair since it was due', async () => {
  house.clock.set('2026-12-05T10:00Z')
  const id = await checkIn({ with: 'mentee' })
  await nightBefore('2026-12-06')
  expect(await checks()).toEqual([{ kind: 'contact', dueBy: day('2026-12-10'), checkInId: id }])
  expect(await openTasks()).toEqual([])
})

test('everything about a paused or closed pair rests, and comes back with the pair', async () => {
  await nightBefore('2027-01-02')
  expect((await openTasks()).map(({ kind }) => kind)).toEqual(['check_review'])
  await moveMatch(house.ctx(), pair.matchId, { kind: 'paused', until: null })
  await nightBefore('2027-01-03')
  expect(await openTasks()).toEqual([])
  expect(await checks()).toEqual([])
  await nightBefore('2027-02-01')
  expect(await checks()).toEqual([])
  await moveMatch(house.ctx(), pair.matchId, { kind: 'resumed' })
  await nightBefore('2027-02-02')
  expect(await openTasks()).toContainEqual({ kind: 'check_review', dueOn: day('2027-02-04') })
  await moveMatch(house.ctx(), pair.matchId, { kind: 'closed', as: 'completed', goals: null })
  await nightBefore('2027-02-03')
  expect(await openTasks()).toEqual([])
  await expect(checkIn({})).rejects.toMatchObject({ type: 'state-conflict', state: 'closed' })
})

test.each([
  ['2026-11-22', 'noPair'],
  ['2026-11-25', 'future'],
])('a check-in on %s is refused: %s', async (happenedOn, code) => {
  house.clock.set('2026-11-24T22:59Z')
  await checkIn({ happenedOn: '2026-11-24' })
  await expect(checkIn({ happenedOn })).rejects.toMatchObject({
    fields: [{ pointer: '/happenedOn', code }],
  })
})

test('the note goes after 90 days, and when either of the pair is erased; what was heard stays', async () => {
  const notes = async () =>
    (await house.db.selectFrom('checkIn').select(['note', 'goes']).orderBy('id').execute()).map(
      ({ note, goes }) => `${goes} ${note}`,
    )
  await checkIn({ with: 'mentee', note: 'Vil gerne mødes oftere' })
  house.clock.advance({ days: 60 })
  await checkIn({ with: 'mentor', note: 'Rejser i marts', goes: 'mixed' })
  house.clock.advance({ days: 31 })
  await applyRetention(house.ctx())
  expect(await notes()).toEqual(['well null', 'mixed Rejser i marts'])
  await erasePerson(house.ctx(), pair.mentee.enrolmentId)
  expect(await notes()).toEqual(['well null', 'mixed null'])
})
