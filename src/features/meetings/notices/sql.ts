import type { Insertable, Transaction } from 'kysely'
import { party } from '../../../db/parties.ts'
import { venue } from '../../../db/sites.ts'
import type { DB, MeetingNotice } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** A meeting as a current or former participant has to know it. */
export async function findMeeting(db: Tx, meetingId: string, personId: string) {
  return db
    .selectFrom('meeting')
    .leftJoin('site', 'site.id', 'meeting.siteId')
    .leftJoin('room', 'room.id', 'meeting.roomId')
    .leftJoin('participant', (join) =>
      join
        .onRef('participant.meetingId', '=', 'meeting.id')
        .on('participant.personId', '=', personId),
    )
    .selectAll('meeting')
    .select([
      'participant.personId as takesPart',
      'participant.answer',
      'participant.wishes',
      venue.as('venue'),
    ])
    .where('meeting.id', '=', meetingId)
    .executeTakeFirst()
}
export type MeetingForOne = NonNullable<Awaited<ReturnType<typeof findMeeting>>>

/** Whom a person is to meet there: the other of each of their pairs. */
export async function listOthers(db: Tx, meetingId: string, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meetingMatch')
    .innerJoin('match', 'match.id', 'meetingMatch.matchId')
    .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
    .innerJoin('participant as other', 'other.meetingId', 'meetingMatch.meetingId')
    .innerJoin('person', 'person.id', 'other.personId')
    .select('person.name')
    .distinct()
    .where('meetingMatch.meetingId', '=', meetingId)
    .where('other.personId', '<>', personId)
    .where((eb) =>
      eb.or([
        eb('mentor.personId', '=', personId).and('mentee.personId', '=', eb.ref('person.id')),
        eb('mentee.personId', '=', personId).and('mentor.personId', '=', eb.ref('person.id')),
      ]),
    )
    .orderBy('person.name')
    .execute()
  return rows.map(({ name }) => name)
}

export async function listParticipantIds(db: Tx, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('participant')
    .select('personId')
    .where('meetingId', '=', meetingId)
    .execute()
  return rows.map(({ personId }) => personId)
}

/** Who takes part in a meeting that takes place; nobody in one that is off. */
export async function listTaking(db: Tx, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('participant')
    .innerJoin('meeting', 'meeting.id', 'participant.meetingId')
    .select('participant.personId')
    .where('meeting.id', '=', meetingId)
    .where('meeting.state', '=', 'scheduled')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** Who was told anything of a meeting, or is being told at this moment. */
export async function listTold(db: Tx, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meetingNotice')
    .select('personId')
    .distinct()
    .where('meetingId', '=', meetingId)
    .execute()
  return rows.map(({ personId }) => personId)
}

/** What a person was told last by another mail that left or may have left. */
export async function findTold(
  db: Tx,
  { meetingId, personId, except }: { meetingId: string; personId: string; except: string },
) {
  return db
    .selectFrom('meetingNotice')
    .innerJoin('mail', 'mail.id', 'meetingNotice.mailId')
    .selectAll('meetingNotice')
    .where('meetingNotice.meetingId', '=', meetingId)
    .where('meetingNotice.personId', '=', personId)
    .where('mail.id', '<>', except)
    .where((eb) =>
      eb.or([
        eb('mail.state', 'in', ['sent', 'kept', 'unknown']),
        eb('mail.leftAt', 'is not', null),
      ]),
    )
    .orderBy('meetingNotice.number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What a mail said of a meeting when it was written before. */
export async function findSaid(db: Tx, mailId: string, meetingId: string) {
  return db
    .selectFrom('meetingNotice')
    .selectAll()
    .where('mailId', '=', mailId)
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
}

/** The meetings of which a person was told that they take place, at a time that is not over yet. */
export async function listMeetingsTold(
  db: Tx,
  personId: string,
  now: Temporal.Instant,
): Promise<string[]> {
  const rows = await db
    .selectFrom('meetingNotice')
    .select('meetingId')
    .distinct()
    .where('personId', '=', personId)
    .where('takesPlace', '=', true)
    .where('endsAt', '>', now)
    .orderBy('meetingId')
    .execute()
  return rows.map(({ meetingId }) => meetingId)
}

/** Keeps what a mail says of a meeting; a mail that is written anew says it anew. */
export async function keepNotice(db: Tx, notice: Insertable<MeetingNotice>): Promise<void> {
  const { takesPlace, startsAt, endsAt, place } = notice
  await db
    .insertInto('meetingNotice')
    .values(notice)
    .onConflict((conflict) =>
      conflict
        .columns(['mailId', 'meetingId'])
        .doUpdateSet({ takesPlace, startsAt, endsAt, place }),
    )
    .execute()
}

export async function hasEmail(db: Tx, personId: string): Promise<boolean> {
  const person = await db
    .selectFrom('person')
    .select('emailInUse')
    .where('id', '=', personId)
    .executeTakeFirst()
  return person?.emailInUse != null
}

/** The parts in a programme of those people whom no mail reaches. */
export async function listPartsWithoutMail(
  db: Tx,
  programmeId: string,
  personIds: readonly string[],
): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .distinctOn('person.id')
    .select('enrolment.id')
    .where('enrolment.programmeId', '=', programmeId)
    .where('person.id', 'in', personIds)
    .where((eb) =>
      eb.or([eb('person.emailInUse', 'is', null), eb('person.channel', '=', 'letter')]),
    )
    .orderBy('person.id')
    .orderBy('enrolment.createdAt', 'desc')
    .execute()
  return rows.map(({ id }) => id)
}
