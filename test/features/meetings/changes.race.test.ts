import { expect, test } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { recordMeetingOfMatches } from '../../../src/features/matches/record-meeting.ts'
import { answerMeeting } from '../../../src/features/meetings/answers/answer.ts'
import { addPair } from '../../../src/features/meetings/changes/add-pair.ts'
import { cancelMeeting } from '../../../src/features/meetings/changes/cancel.ts'
import { moveMeeting } from '../../../src/features/meetings/changes/move.ts'
import { removePair } from '../../../src/features/meetings/changes/remove-pair.ts'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { leaveRole } from '../../../src/features/self-service/leave.ts'
import { Problem } from '../../../src/problems.ts'
import { useHouse } from '../../support/house.ts'
import { aMatch, aProgramme, type Party, wednesday } from '../../support/people.ts'
import { seededRandom } from '../../support/random.ts'
import { seeds } from '../../support/tries.ts'

const house = useHouse()
const start = Temporal.Instant.from(wednesday)
const version = 1

type Match = Awaited<ReturnType<typeof aMatch>>

/** What colleagues and participants do to a meeting of two pairs, each having seen its first version. */
interface Change {
  /** Whether it is refused once the meeting has changed. */
  isVersioned: boolean
  run: (
    ctx: Context,
    meetingId: string,
    at: { first: Match; other: Match; siteId: string },
  ) => Promise<void>
}

const moveTo = (hours: number): Change => ({
  isVersioned: true,
  run: (ctx, id, { siteId }) =>
    moveMeeting(ctx, id, {
      ...{ version, siteId, startsAt: start.add({ hours }), minutes: 60, agreedByPhone: true },
    }),
})

const changes: Record<string, Change> = {
  'a move': moveTo(1),
  'another move': moveTo(2),
  'a cancellation': {
    isVersioned: true,
    run: (ctx, id) => cancelMeeting(ctx, id, { version, by: 'mentor', reason: 'ill' }),
  },
  'an added pair': {
    isVersioned: true,
    run: (ctx, id, { other: { matchId } }) => addPair(ctx, id, { version, matchId }),
  },
  'a removed pair': {
    isVersioned: true,
    run: (ctx, id, { first: { matchId } }) => removePair(ctx, id, { version, matchId }),
  },
  'an answer': {
    isVersioned: false,
    run: (ctx, meetingId, { first: { mentee } }) =>
      answerMeeting(
        { ...ctx, actor: person(mentee) },
        { meetingId, personId: mentee.personId },
        { answer: 'no', wishes: [] },
      ),
  },
  'a mentor who leaves': {
    isVersioned: false,
    run: (ctx, _, { first: { mentor } }) =>
      leaveRole({ ...ctx, actor: person(mentor) }, mentor.personId, mentor.enrolmentId),
  },
}

function person({ personId }: Party) {
  return { kind: 'person', id: personId, municipality: '0461' } as const
}

const read = (id: string) =>
  house.db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test.each(seeds(1_000, 2))(
  'of the changes to one version of a meeting one is made, and its bookings follow (%i)',
  async (seed) => {
    const random = seededRandom(seed)
    const { coordinator, siteId } = await aProgramme(house)
    const by = house.ctx(coordinator)
    const [first, second, other] = [await aMatch(house), await aMatch(house), await aMatch(house)]
    const meetingId = await planMeeting(by, {
      matchIds: [first.matchId, second.matchId],
      ...{ siteId, startsAt: start, minutes: 60 },
    })
    const names = random.shuffle(Object.keys(changes)).slice(0, 4)
    const results = await Promise.allSettled(
      names.map((name) => changes[name]!.run(by, meetingId, { first, other, siteId })),
    )
    const refusals = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    )
    // Never an error of the database.
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(Problem)
    const made = names.filter(
      (name, at) => changes[name]!.isVersioned && results[at]!.status === 'fulfilled',
    )
    expect(made.length, names.join(', ')).toBeLessThanOrEqual(1)
    const meeting = await read(meetingId)
    const bookings = await house.db
      .selectFrom('booking')
      .select(['personId', 'during'])
      .where('meetingId', '=', meetingId)
      .execute()
    const participants = await house.db
      .selectFrom('participant')
      .select('personId')
      .where('meetingId', '=', meetingId)
      .execute()
    if (meeting.state === 'cancelled') expect(bookings).toEqual([])
    else {
      const booked = bookings.flatMap(({ personId }) => personId ?? [])
      expect(booked.toSorted()).toEqual(participants.map(({ personId }) => personId).toSorted())
      const times = new Set(bookings.map(({ during }) => String(during)))
      expect(times.size).toBe(1)
      const moved = { 'a move': 1, 'another move': 2 }[made[0] ?? ''] ?? 0
      expect(meeting.startsAt.equals(start.add({ hours: moved })), made[0]).toBe(true)
    }
  },
)

test.each(seeds(1_000, 1))(
  'a meeting is recorded once, or cancelled, by colleagues who do both at the same moment (%i)',
  async () => {
    const programme = await aProgramme(house)
    const by = house.ctx(programme.coordinator)
    const { matchId } = await aMatch(house)
    const meetingId = await planMeeting(by, {
      ...{ matchIds: [matchId], siteId: programme.siteId, startsAt: start, minutes: 60 },
    })
    house.clock.set(start.add({ hours: 2 }).toString())
    const record = () => recordMeetingOfMatches(by, meetingId, { agreements: [] })
    const cancel = () => cancelMeeting(by, meetingId, { version, by: 'mentee', reason: 'ill' })
    const results = await Promise.allSettled([record(), cancel(), record(), cancel()])
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Problem)
    const { state } = await read(meetingId)
    const records = await house.db.selectFrom('meetingRecord').select('id').execute()
    const { state: match } = await house.db
      .selectFrom('match')
      .select('state')
      .executeTakeFirstOrThrow()
    expect([state, records.length, match]).toEqual(
      state === 'held' ? ['held', 1, match] : ['cancelled', 0, 'accepted'],
    )
  },
)
