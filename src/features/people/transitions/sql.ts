import type { Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** Whether a meeting is planned for the pairs of an enrolment in some time to come. */
export async function hasMeetingsAhead(
  db: Tx,
  enrolmentId: string,
  { from, before }: { from: Temporal.Instant; before: Temporal.Instant | undefined },
): Promise<boolean> {
  const meeting = await db
    .selectFrom('meeting')
    .innerJoin('meetingMatch', 'meetingMatch.meetingId', 'meeting.id')
    .innerJoin('match', 'match.id', 'meetingMatch.matchId')
    .innerJoin('enrolment', (join) =>
      join
        .on('enrolment.id', '=', enrolmentId)
        .on((on) => on('enrolment.id', 'in', [on.ref('match.mentorId'), on.ref('match.menteeId')])),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.meetingId', '=', 'meeting.id')
        .onRef('participant.personId', '=', 'enrolment.personId'),
    )
    .select('meeting.id')
    .where('meeting.state', '=', 'scheduled')
    .where('meeting.startsAt', '>', from)
    .$if(before !== undefined, (query) => query.where('meeting.startsAt', '<', before!))
    .executeTakeFirst()
  return meeting !== undefined
}
