import type { ExpressionBuilder, Insertable, Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { nativeTag } from '../../db/native-tag.ts'
import { party } from '../../db/parties.ts'
import type { CalendarFeed, DB } from '../../db/types.ts'
import type { Owner } from './owner.ts'

type Tx = Transaction<DB>

/** The owner of a feed, unless their account was disabled or now belongs to another municipality. */
export async function findFeed(db: Tx, hash: string): Promise<Owner | undefined> {
  const feed = await db
    .selectFrom('calendarFeed')
    .leftJoin('account', 'account.id', 'calendarFeed.accountId')
    .select(['calendarFeed.municipality', 'calendarFeed.personId', 'calendarFeed.accountId'])
    .where('calendarFeed.hash', '=', hash)
    .where((eb) =>
      eb.or([
        eb('calendarFeed.accountId', 'is', null),
        eb.and([
          eb('account.disabledAt', 'is', null),
          eb('account.municipality', '=', eb.ref('calendarFeed.municipality')),
        ]),
      ]),
    )
    .executeTakeFirst()
  return feed as Owner | undefined
}

/** Replaces the owner's feed: its earlier address ends. */
export async function replaceFeed(db: Tx, feed: Insertable<CalendarFeed> & Owner): Promise<void> {
  const { hash, createdAt } = feed
  await db
    .insertInto('calendarFeed')
    .values(feed)
    .onConflict((conflict) =>
      conflict
        .column(feed.personId === null ? 'accountId' : 'personId')
        .doUpdateSet({ hash, createdAt }),
    )
    .execute()
}

export async function deleteFeed(db: Tx, owner: Owner): Promise<void> {
  await db.deleteFrom('calendarFeed').where(isOf(owner)).execute()
}

export async function findOwnFeed(db: Tx, owner: Owner) {
  return db.selectFrom('calendarFeed').select('createdAt').where(isOf(owner)).executeTakeFirst()
}

function isOf({ personId, accountId }: Owner) {
  return (eb: ExpressionBuilder<DB, 'calendarFeed'>) =>
    eb.and([
      eb('personId', 'is not distinct from', personId),
      eb('accountId', 'is not distinct from', accountId),
    ])
}

/** The language in which the owner reads mails. */
export async function readLanguage(db: Tx, { personId, accountId }: Owner) {
  if (personId !== null)
    return db
      .selectFrom('person')
      .select(['person.locale', nativeTag().as('nativeTag')])
      .where('person.id', '=', personId)
      .executeTakeFirstOrThrow()
  return db
    .selectFrom('account')
    .select((eb) => ['account.locale', eb.val(null).as('nativeTag')])
    .where('account.id', '=', accountId)
    .executeTakeFirstOrThrow()
}

/** The owner's meetings since a moment, each with the names of the pairs that are the owner's there. */
export async function listMeetings(db: Tx, owner: Owner, since: Temporal.Instant) {
  const { personId, accountId } = owner
  return db
    .selectFrom('meeting')
    .leftJoin('site', 'site.id', 'meeting.siteId')
    .select((eb) => [
      'meeting.id',
      'meeting.state',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.sequence',
      'meeting.place',
      'meeting.placeText',
      'meeting.createdAt',
      'meeting.changedAt',
      'site.name as siteName',
      'site.address as siteAddress',
      jsonArrayFrom(
        eb
          .selectFrom('meetingMatch')
          .innerJoin('match', 'match.id', 'meetingMatch.matchId')
          .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
          .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
          .select([
            'mentor.personId as mentorPersonId',
            'mentor.name as mentorName',
            'mentee.personId as menteePersonId',
            'mentee.name as menteeName',
          ])
          .whereRef('meetingMatch.meetingId', '=', 'meeting.id')
          .where((pair) =>
            personId === null
              ? pair.lit(true)
              : pair.or([
                  pair('mentor.personId', '=', personId),
                  pair('mentee.personId', '=', personId),
                ]),
          )
          .orderBy('mentor.name')
          .orderBy('match.id'),
      ).as('pairs'),
    ])
    .where('meeting.endsAt', '>=', since)
    .where((eb) =>
      personId === null
        ? eb('meeting.accountId', '=', accountId)
        : eb.exists(
            eb
              .selectFrom('participant')
              .select('participant.personId')
              .whereRef('participant.meetingId', '=', 'meeting.id')
              .where('participant.personId', '=', personId),
          ),
    )
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .execute()
}

/** The owner's interviews since a moment: their own, or those that the coordinator is booked for. */
export async function listInterviews(db: Tx, owner: Owner, since: Temporal.Instant) {
  const { personId, accountId } = owner
  return db
    .selectFrom('interview')
    .innerJoin('site', 'site.id', 'interview.siteId')
    .innerJoin('enrolment', 'enrolment.id', 'interview.enrolmentId')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select([
      'interview.id',
      'interview.state',
      'interview.startsAt',
      'interview.sequence',
      'interview.changedAt',
      'site.name as siteName',
      'site.address as siteAddress',
      'person.name',
    ])
    .where('interview.startsAt', '>=', since)
    .where((eb) =>
      personId === null
        ? eb.exists(
            eb
              .selectFrom('booking')
              .select('booking.interviewId')
              .whereRef('booking.interviewId', '=', 'interview.id')
              .where('booking.accountId', '=', accountId),
          )
        : eb('person.id', '=', personId),
    )
    .orderBy('interview.startsAt')
    .orderBy('interview.id')
    .execute()
}
