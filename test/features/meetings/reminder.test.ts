import { beforeEach, expect, test } from 'vitest'
import { type Context, transact } from '../../../src/context.ts'
import { listDue } from '../../../src/features/letters/sql.ts'
import { printLetters } from '../../../src/features/letters/print-letters.ts'
import { cancelMeeting } from '../../../src/features/meetings/changes/cancel.ts'
import { moveMeeting } from '../../../src/features/meetings/changes/move.ts'
import { remindOfMeetings } from '../../../src/features/meetings/reminders/remind.ts'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { useHouse } from '../../support/house.ts'
import { aMatch, aProgramme, type Programme, wednesday, writeMails } from '../../support/people.ts'

const house = useHouse()
let programme: Programme
let pair: Awaited<ReturnType<typeof aMatch>>
let ctx: Context
let meetingId: string
const start = Temporal.Instant.from(wednesday).add({ hours: 24 * 7 })
beforeEach(async () => {
  programme = await aProgramme(house)
  ctx = house.ctx(programme.coordinator)
  pair = await aMatch(house)
})
const plan = async (startsAt = start) => {
  meetingId = await planMeeting(ctx, {
    ...{ matchIds: [pair.matchId], siteId: programme.siteId, startsAt, minutes: 60 },
  })
}
const move = (startsAt: Temporal.Instant, version = 1) =>
  moveMeeting(ctx, meetingId, {
    ...{ version, startsAt, minutes: 60, siteId: programme.siteId, agreedByPhone: true },
  })

/** What left since the last time, when the duty has worked every half hour until the moment. */
async function mailedUntil(moment: Temporal.Instant): Promise<string[]> {
  const subjects: string[] = []
  while (Temporal.Instant.compare(house.clock.now(), moment) < 0) {
    house.clock.advance({ minutes: 30 })
    await remindOfMeetings(house.ctx())
    subjects.push(...(await writeMails(house)).map(({ subject }) => subject))
  }
  return subjects
}
const beforeStart = (hours: number) => start.subtract({ minutes: 60 * hours })

test('each is reminded once, 24 hours before, and again of another time', async () => {
  await plan()
  await writeMails(house)
  house.clock.set(beforeStart(25).toString())
  expect(await mailedUntil(beforeStart(24.5))).toEqual([])
  const told = await mailedUntil(beforeStart(20))
  expect(told).toHaveLength(2)
  expect(new Set(told).size).toBe(1)
  const [subject] = told
  await move(start.add({ hours: 48 }))
  const moved = await mailedUntil(start)
  expect(moved).toHaveLength(2)
  expect(moved).not.toContain(subject)
  expect(await mailedUntil(start.add({ hours: 48 }))).toEqual([subject, subject])
})

test('nobody is reminded of a meeting that they hear of within these 24 hours, or that is off', async () => {
  house.clock.set(beforeStart(20).toString())
  await plan()
  expect(await mailedUntil(beforeStart(10))).toHaveLength(2)
  await cancelMeeting(ctx, meetingId, { version: 1, by: 'mentor', reason: 'ill' })
  const off = await mailedUntil(start)
  expect(off).toHaveLength(2)
})

test('somebody without e-mail gets a letter about a move, and is called when it is within five days', async () => {
  const { personId, enrolmentId } = pair.mentee
  await house.db
    .updateTable('person')
    .set({ email: null, channel: 'letter', phone: '+4512345678' })
    .where('id', '=', personId)
    .execute()
  const letters = async () =>
    (await transact(ctx, ({ db }) => listDue(db, '0461', ctx.now()))).map(({ kind }) => kind)
  const calls = () =>
    house.db
      .selectFrom('task')
      .select(['kind', 'meetingId', 'enrolmentId'])
      .where('kind', '=', 'meeting_call_moved')
      .where('doneAt', 'is', null)
      .execute()
  await plan()
  await printLetters(ctx, { enrolmentIds: [enrolmentId], again: false })
  house.clock.advance({ minutes: 1 })
  await move(start.add({ hours: 24 }))
  expect([await letters(), await calls()]).toEqual([['moved'], []])
  await printLetters(ctx, { enrolmentIds: [enrolmentId], again: false })
  house.clock.set(beforeStart(4 * 24).toString())
  await move(start, 2)
  expect(await letters()).toEqual(['moved'])
  expect(await calls()).toEqual([{ kind: 'meeting_call_moved', meetingId, enrolmentId }])
})
