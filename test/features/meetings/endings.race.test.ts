import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { type Actor, type Context, transact } from '../../../src/context.ts'
import { closeMatch } from '../../../src/features/matches/close.ts'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { moveByHand } from '../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { erasePerson } from '../../../src/features/privacy/erase.ts'
import { leaveRole } from '../../../src/features/self-service/leave.ts'
import { Problem } from '../../../src/problems.ts'
import { useHouse } from '../../support/house.ts'
import {
  aMatch,
  aProgramme,
  type Party,
  type Programme,
  wednesday,
  writeMails,
} from '../../support/people.ts'
import { drawn, tries } from '../../support/tries.ts'

const house = useHouse()
let programme: Programme

beforeEach(async () => {
  programme = await aProgramme(house)
})

type Match = Awaited<ReturnType<typeof aMatch>>

interface Ending {
  by: (match: Match) => Actor
  /** How planning is refused after it. */
  refusal: 'state-conflict' | 'not-found'
  end: (ctx: Context, match: Match) => Promise<void>
}

const person = ({ personId }: Party): Actor => ({
  kind: 'person',
  id: personId,
  municipality: '0461',
})
const coordinator = () => programme.coordinator

const endings: Record<string, Ending> = {
  'a mentee leaves': {
    by: ({ mentee }) => person(mentee),
    refusal: 'state-conflict',
    end: (ctx, { mentee }) => leaveRole(ctx, mentee.personId, mentee.enrolmentId),
  },
  'a mentor leaves': {
    by: ({ mentor }) => person(mentor),
    refusal: 'state-conflict',
    end: (ctx, { mentor }) => leaveRole(ctx, mentor.personId, mentor.enrolmentId),
  },
  'a mentor is suspended': {
    by: coordinator,
    refusal: 'state-conflict',
    end: (ctx, { mentor }) =>
      moveByHand(ctx, mentor.enrolmentId, { to: 'suspended', reason: 'aftalt' }),
  },
  'a person pauses': {
    by: coordinator,
    refusal: 'state-conflict',
    end: (ctx, { mentee }) => moveByHand(ctx, mentee.enrolmentId, { to: 'paused', pair: 'paused' }),
  },
  'a person is erased': {
    by: coordinator,
    refusal: 'not-found',
    end: (ctx, { mentee }) => erasePerson(ctx, mentee.enrolmentId),
  },
  'a coordinator closes the match': {
    by: coordinator,
    refusal: 'state-conflict',
    end: (ctx, { matchId }) =>
      closeMatch(ctx, matchId, { side: 'coordinator', reasons: ['no_time'] }),
  },
}

const plan = (ctx: Context, { matchId }: Match) =>
  planMeeting(ctx, {
    matchIds: [matchId],
    siteId: programme.siteId,
    startsAt: Temporal.Instant.from(wednesday),
    minutes: 60,
  })

/** Planned meetings of a pair that is over, or with somebody who has stopped. */
async function impossibleMeetings(): Promise<unknown[]> {
  return house.db
    .selectFrom('meeting')
    .innerJoin('meetingMatch', 'meetingMatch.meetingId', 'meeting.id')
    .innerJoin('match', 'match.id', 'meetingMatch.matchId')
    .innerJoin('enrolment', (join) =>
      join.on((on) =>
        on('enrolment.id', 'in', [on.ref('match.mentorId'), on.ref('match.menteeId')]),
      ),
    )
    .select(['meeting.id', 'match.state', 'enrolment.state as partyState'])
    .where('meeting.state', '=', 'scheduled')
    .where((eb) =>
      eb.or([
        eb('match.state', 'in', ['closed', 'paused']),
        eb('enrolment.state', 'in', ['left', 'suspended', 'paused']),
      ]),
    )
    .execute()
}

/** Begins the second as soon as the first has done its work, and before that is committed. */
async function overlapping<First, Second>(
  ctx: Context,
  first: (ctx: Context) => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, PromiseSettledResult<Second>]> {
  let waiting: Promise<PromiseSettledResult<Second>[]> | undefined
  const done = await transact(ctx, async (ctx) => {
    const result = await first(ctx)
    waiting = Promise.allSettled([second()])
    await Promise.race([waiting, someoneWaits()])
    return result
  })
  return [done, (await waiting!)[0]!]
}

/** Until a transaction waits for another's lock. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(house.db)
    if (rows.length > 0) return
    await setTimeout(5)
  }
}

/** No meeting that cannot take place, and nobody is invited to one. */
async function expectNothingLeft(): Promise<void> {
  expect(await impossibleMeetings()).toEqual([])
  const invitations = (await writeMails(house)).filter(({ calendars }) =>
    calendars.some(({ method }) => method === 'REQUEST'),
  )
  expect(invitations).toEqual([])
}

async function stateOfMeeting(id: string): Promise<string> {
  const { state } = await house.db
    .selectFrom('meeting')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return state
}

/** A pair whose earlier mails have left. */
async function aQuietMatch(): Promise<Match> {
  const match = await aMatch(house)
  await writeMails(house)
  return match
}

test.each(Object.entries(endings))(
  'planning waits while %s, is refused after it, and is called off by it',
  async (_, { by, refusal, end }) => {
    const late = await aQuietMatch()
    const [, planned] = await overlapping(
      house.ctx(by(late)),
      (ctx) => end(ctx, late),
      () => plan(house.ctx(coordinator()), late),
    )
    expect(planned).toMatchObject({ status: 'rejected', reason: { type: refusal } })
    const early = await aQuietMatch()
    const [meetingId, ended] = await overlapping(
      house.ctx(coordinator()),
      (ctx) => plan(ctx, early),
      () => end(house.ctx(by(early)), early),
    )
    expect(ended).toEqual({ status: 'fulfilled', value: undefined })
    expect(await stateOfMeeting(meetingId)).toBe('cancelled')
    await expectNothingLeft()
  },
)

test.each(drawn(Object.entries(endings)))(
  'planning at the moment when %s has one of the two outcomes in turn',
  async (_, { by, refusal, end }) => {
    for (let round = 0; round < tries(167, 1); round++) {
      const match = await aQuietMatch()
      const [planned, ended] = await Promise.allSettled([
        plan(house.ctx(coordinator()), match),
        end(house.ctx(by(match)), match),
      ])
      expect(ended).toEqual({ status: 'fulfilled', value: undefined })
      if (planned.status === 'fulfilled')
        expect(await stateOfMeeting(planned.value)).toBe('cancelled')
      else {
        expect(planned.reason).toBeInstanceOf(Problem)
        expect(planned.reason).toMatchObject({ type: refusal })
      }
      await expectNothingLeft()
    }
  },
)
