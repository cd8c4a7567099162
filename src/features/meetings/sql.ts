import { type ExpressionBuilder, expressionBuilder, sql, type Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { bothParties, party } from '../../db/parties.ts'
import type { DB } from '../../db/types.ts'
import { venue } from '../../db/sites.ts'
import { Problem } from '../../problems.ts'
import type { LeaveReason } from './schema.ts'

type Tx = Transaction<DB>

/** Locked: otherwise two coordinators could record different outcomes. */
export async function lockMeeting(db: Tx, id: string) {
  return db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export type LockedMeeting = Awaited<ReturnType<typeof lockMeeting>>

/** Pairs that stop meeting: all of an enrolment, or one. */
export type Stopping = { enrolmentId: string } | { matchId: string }

/** The planned meetings of pairs between two moments. Locked: otherwise one could be recorded meanwhile. */
export async function lockMeetingsAhead(
  db: Tx,
  stopping: Stopping,
  { from, before }: { from: Temporal.Instant; before?: Temporal.Instant | undefined },
) {
  return db
    .selectFrom('meeting')
    .select(['id', 'municipality', 'programmeId', 'startsAt'])
    .where('state', '=', 'scheduled')
    .where('startsAt', '>', from)
    .$if(before !== undefined, (query) => query.where('startsAt', '<', before!))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('meetingMatch')
          .innerJoin('match', 'match.id', 'meetingMatch.matchId')
          .select('match.id')
          .whereRef('meetingMatch.meetingId', '=', 'meeting.id')
          .where((match) => isStopping(match, stopping)),
      ),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

function isStopping(eb: ExpressionBuilder<DB, 'match'>, stopping: Stopping) {
  if ('matchId' in stopping) return eb('match.id', '=', stopping.matchId)
  const { enrolmentId } = stopping
  return eb.or([eb('match.mentorId', '=', enrolmentId), eb('match.menteeId', '=', enrolmentId)])
}

export async function deleteFromMeeting(
  db: Tx,
  meetingId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return
  await db
    .deleteFrom('participant')
    .where('meetingId', '=', meetingId)
    .where('personId', 'in', personIds)
    .execute()
}

/** The pairs with which a participant is at a meeting, each with their part in it. */
export function partsOfParticipant() {
  return expressionBuilder<DB, 'participant'>()
    .selectFrom('meetingMatch')
    .innerJoin('match', 'match.id', 'meetingMatch.matchId')
    .innerJoin('enrolment', (join) =>
      join.on((on) =>
        on('enrolment.id', 'in', [on.ref('match.mentorId'), on.ref('match.menteeId')]),
      ),
    )
    .whereRef('meetingMatch.meetingId', '=', 'participant.meetingId')
    .whereRef('enrolment.personId', '=', 'participant.personId')
}

/** Participants of a meeting without a pair that goes on meeting there. */
export async function listWithoutPair(
  db: Tx,
  meetingId: string,
  stopping: Stopping,
): Promise<string[]> {
  const rows = await db
    .selectFrom('participant')
    .select('personId')
    .where('meetingId', '=', meetingId)
    .where((eb) =>
      eb.not(
        eb.exists(
          partsOfParticipant()
            .select('match.id')
            .where('match.state', '<>', 'closed')
            .where((match) => match.not(isStopping(match, stopping))),
        ),
      ),
    )
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** Takes pairs that stop meeting out of a meeting in which others meet. */
export async function deletePairs(db: Tx, meetingId: string, stopping: Stopping): Promise<void> {
  await db
    .deleteFrom('meetingMatch')
    .where('meetingId', '=', meetingId)
    .where('matchId', 'in', (eb) =>
      eb
        .selectFrom('match')
        .select('match.id')
        .where((match) => isStopping(match, stopping)),
    )
    .execute()
}

/** Calendars apply an update only when its sequence is higher than the last. */
export async function raiseSequence(db: Tx, id: string, changedAt: Temporal.Instant) {
  await db
    .updateTable('meeting')
    .set((eb) => ({
      changedAt,
      sequence: eb('sequence', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Cancels a meeting without a pair that goes on meeting there; returns whether it did. */
export async function cancelWithoutPair(
  db: Tx,
  id: string,
  stopping: Stopping,
  { at, by, reason }: { at: Temporal.Instant; by: string; reason: LeaveReason },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('meeting')
    .set((eb) => ({
      ...{ state: 'cancelled', cancelledAt: at, cancelledBy: by, cancelledReason: reason },
      ...{ changedAt: at, sequence: eb('sequence', '+', 1), version: eb('version', '+', 1) },
      noticeHours: sql<number>`greatest(0, floor(extract(epoch from starts_at - ${at}) / 3600))::integer`,
    }))
    .where('id', '=', id)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('meetingMatch')
            .innerJoin('match', 'match.id', 'meetingMatch.matchId')
            .select('match.id')
            .whereRef('meetingMatch.meetingId', '=', 'meeting.id')
            .where('match.state', '<>', 'closed')
            .where((match) => match.not(isStopping(match, stopping))),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function readMeeting(db: Tx, id: string) {
  return meetings(db)
    .where('meeting.id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export type MeetingRow = Awaited<ReturnType<typeof readMeeting>>

export function meetings(db: Tx) {
  return db
    .selectFrom('meeting')
    .leftJoin('site', 'site.id', 'meeting.siteId')
    .leftJoin('room', 'room.id', 'meeting.roomId')
    .selectAll('meeting')
    .select((eb) => [
      venue.as('venue'),
      jsonArrayFrom(
        eb
          .selectFrom('participant')
          .innerJoin('person', 'person.id', 'participant.personId')
          .select((person) => [
            'person.id',
            'person.name',
            'participant.attendance',
            'participant.answer',
            'participant.wishes',
            'participant.answerChannel',
            'participant.fastAnswer',
            person
              .or([
                person('person.emailInUse', 'is', null),
                person('person.channel', '=', 'letter'),
              ])
              .as('hasNoMail'),
          ])
          .whereRef('participant.meetingId', '=', 'meeting.id')
          .orderBy('person.name')
          .orderBy('person.id'),
      ).as('participants'),
      jsonArrayFrom(
        eb
          .selectFrom('meetingMatch')
          .innerJoin('match', 'match.id', 'meetingMatch.matchId')
          .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
          .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
          .select((eb) => [
            'match.id',
            ...bothParties,
            jsonArrayFrom(
              eb
                .selectFrom('agreement')
                .select('agreement.topic')
                .whereRef('agreement.matchId', '=', 'meetingMatch.matchId')
                .whereRef('agreement.meetingId', '=', 'meetingMatch.meetingId')
                .orderBy('agreement.topic'),
            ).as('agreed'),
          ])
          .whereRef('meetingMatch.meetingId', '=', 'meeting.id')
          .orderBy('match.id'),
      ).as('matches'),
    ])
}
