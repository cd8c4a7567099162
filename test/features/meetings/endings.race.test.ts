import { beforeEach, expect, test } from 'vitest'
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
import { tries } from '../../support/tries.ts'

const house = useHouse()
let programme: Programme

beforeEach(async () => {
  programme = await aProgramme(house)
})

type Match = Awaited<ReturnType<typeof aMatch>>

const leaving = ({ personId, enrolmentId }: Party) =>
  leaveRole(
    house.ctx({ kind: 'person', id: personId, municipality: '0461' }),
    personId,
    enrolmentId,
  )

const suspending = ({ enrolmentId }: Party) =>
  moveByHand(house.ctx(programme.coordinator), enrolmentId, { to: 'suspended', reason: 'aftalt' })

/** Each ending, and how planning is refused after it. */
const endings: [string, string, (match: Match) => Promise<void>][] = [
  ['a mentee leaves', 'state-conflict', ({ mentee }) => leaving(mentee)],
  ['a mentor leaves', 'state-conflict', ({ mentor }) => leaving(mentor)],
  ['a mentor is suspended', 'state-conflict', ({ mentor }) => suspending(mentor)],
  [
    'a person is erased',
    'not-found',
    ({ mentee }) => erasePerson(house.ctx(programme.coordinator), mentee.enrolmentId),
  ],
  [
    'a coordinator closes the match',
    'state-conflict',
    ({ matchId }) =>
      closeMatch(house.ctx(programme.coordinator), matchId, {
        side: 'coordinator',
        reasons: ['no_time'],
      }),
  ],
]

const plan = ({ matchId }: Match) =>
  planMeeting(house.ctx(programme.coordinator), {
    matchIds: [matchId],
    siteId: programme.siteId,
    startsAt: Temporal.Instant.from(wednesday),
    minutes: 60,
  })

/** Planned meetings of a pair that is over, or with somebody who left or is suspended. */
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
      eb.or([eb('match.state', '=', 'closed'), eb('enrolment.state', 'in', ['left', 'suspended'])]),
    )
    .execute()
}

test.each(endings)(
  'planning a meeting while %s has one of the two outcomes in turn',
  async (_, type, end) => {
    for (let round = 0; round < tries(200, 1); round++) {
      const match = await aMatch(house)
      await writeMails(house)
      const [planned, ended] = await Promise.allSettled([plan(match), end(match)])
      expect(ended).toEqual({ status: 'fulfilled', value: undefined })
      // Planned first and called off by the ending, or refused because the ending came first.
      if (planned.status === 'rejected') {
        expect(planned.reason).toBeInstanceOf(Problem)
        expect(planned.reason).toMatchObject({ type })
      } else {
        const { state } = await house.db
          .selectFrom('meeting')
          .select('state')
          .where('id', '=', planned.value)
          .executeTakeFirstOrThrow()
        expect(state).toBe('cancelled')
      }
      expect(await impossibleMeetings()).toEqual([])
      const invitations = (await writeMails(house)).filter(({ calendars }) =>
        calendars.some(({ method }) => method === 'REQUEST'),
      )
      expect(invitations).toEqual([])
    }
  },
)
