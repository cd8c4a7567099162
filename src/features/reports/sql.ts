import { sql, type Transaction } from 'kysely'
import type { DB, MatchEventKind } from '../../db/types.ts'
import { zone } from '../../locales/zone.ts'
import type { EpisodeFact, Facts } from './indicators.ts'
import { listAnsweredMonths, listRecordedMeetings, type Scope } from './pairs/sql.ts'

export async function readFacts(db: Transaction<DB>, scope: Scope): Promise<Facts> {
  // The erased still count, without a name.
  await sql`select set_config('app.nameless', 'on', true)`.execute(db)
  return {
    enrolments: await listEnrolments(db, scope),
    transitions: await listTransitions(db, scope),
    consents: await listConsents(db, scope),
    episodes: await listEpisodes(db, scope),
    offers: await listOffers(db, scope),
    meetings: await listMeetings(db, scope),
    recorded: await listRecordedMeetings(db, scope),
    months: await listAnsweredMonths(db, scope),
    agreements: (await listAgreements(db, scope)).map(({ topic, agreedOn }) => ({
      topic,
      agreedAt: startOf(agreedOn)!,
    })),
  }
}

export async function listMunicipalityNames(db: Transaction<DB>): Promise<Map<string, string>> {
  const rows = await db.selectFrom('municipality').selectAll().orderBy('code').execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

function listEnrolments(db: Transaction<DB>, { municipality }: Scope) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .leftJoin('partner', 'partner.id', 'enrolment.sourcePartnerId')
    .where('enrolment.municipality', '=', municipality)
    .select([
      'enrolment.id',
      'enrolment.personId',
      'enrolment.role',
      'enrolment.readySince',
      'partner.name as partner',
      'person.sex',
      'person.birthYear',
      'person.residence',
    ])
    .orderBy('enrolment.createdAt')
    .orderBy('enrolment.id')
    .execute()
}

function listTransitions(db: Transaction<DB>, { municipality, before }: Scope) {
  return db
    .selectFrom('enrolmentTransition')
    .where('municipality', '=', municipality)
    .where('at', '<', before)
    .select(['enrolmentId', 'toState', 'at'])
    .orderBy('at')
    .orderBy('id')
    .execute()
}

function listConsents(db: Transaction<DB>, { municipality, before }: Scope) {
  return db
    .selectFrom('consent')
    .leftJoin('consentWithdrawal', 'consentWithdrawal.consentId', 'consent.id')
    .where('consent.municipality', '=', municipality)
    .where('consent.purpose', '=', 'matching')
    .where('consent.givenAt', '<', before)
    .select(['consent.personId', 'consent.givenAt', 'consentWithdrawal.at as withdrawnAt'])
    .orderBy('consent.givenAt')
    .orderBy('consent.id')
    .execute()
}

/** Each episode of a match as its events tell, up to the as-of date: a later correction is left out. */
async function listEpisodes(db: Transaction<DB>, { municipality, before }: Scope) {
  const events = await db
    .selectFrom('matchEvent')
    .innerJoin('matchEpisode', 'matchEpisode.id', 'matchEvent.episodeId')
    .innerJoin('match', 'match.id', 'matchEpisode.matchId')
    .where('match.municipality', '=', municipality)
    .where('matchEvent.recordedAt', '<', before)
    .select([
      'matchEvent.kind',
      'matchEvent.happenedOn',
      'matchEpisode.id',
      'matchEpisode.number',
      'match.menteeId',
      'match.acceptedAt',
    ])
    .orderBy('matchEvent.recordedAt')
    .orderBy('matchEvent.id')
    .execute()
  return Map.groupBy(events, ({ id }) => id)
    .values()
    .map((events): EpisodeFact => {
      const [{ number, menteeId, acceptedAt, happenedOn }] = events as [(typeof events)[0]]
      const last = (...kinds: MatchEventKind[]) =>
        events.findLast(({ kind }) => kinds.includes(kind))
      const activity = last('activated', 'deactivated')
      return {
        menteeId,
        isFirst: number === 1,
        openedAt: number === 1 ? acceptedAt : startOf(happenedOn)!,
        activeAt: startOf(activity?.kind === 'activated' ? activity.happenedOn : undefined),
        closedAt: startOf(last('closed')?.happenedOn),
      }
    })
    .toArray()
}

/** An offer is open until one party declines, both accept, it is withdrawn, or it expires. */
function listOffers(db: Transaction<DB>, { municipality, before }: Scope) {
  return db
    .selectFrom('proposal')
    .where('municipality', '=', municipality)
    .where('offeredAt', '<', before)
    .select((eb) => [
      'menteeId',
      eb.ref('offeredAt').$notNull().as('offeredAt'),
      eb
        .case()
        .when('state', '=', 'offered')
        .then(eb.ref('expiresAt'))
        .when('state', '=', 'declined')
        .then(
          eb.fn<Temporal.Instant | null>('least', [
            eb.case().when('mentorAnswer', '=', 'no').then(eb.ref('mentorAnsweredAt')).end(),
            eb.case().when('menteeAnswer', '=', 'no').then(eb.ref('menteeAnsweredAt')).end(),
          ]),
        )
        .when('state', '=', 'accepted')
        .then(eb.fn<Temporal.Instant | null>('greatest', ['mentorAnsweredAt', 'menteeAnsweredAt']))
        .when('state', '=', 'expired')
        .then(eb.ref('expiresAt'))
        .else(eb.ref('decidedAt'))
        .end()
        .as('endedAt'),
    ])
    .orderBy('offeredAt')
    .orderBy('id')
    .execute()
}

/** The newest record of each meeting until the as-of date: a later correction is left out. */
function latestRecords(db: Transaction<DB>, { municipality, before }: Scope) {
  return db
    .selectFrom('meetingRecord')
    .distinctOn('meetingId')
    .select(['id', 'meetingId', 'outcome'])
    .where('municipality', '=', municipality)
    .where('recordedAt', '<', before)
    .orderBy('meetingId')
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
}

/** What was not recorded or cancelled until the as-of date still counts as planned. */
function listMeetings(db: Transaction<DB>, scope: Scope) {
  return db
    .selectFrom('meeting')
    .leftJoin(latestRecords(db, scope).as('record'), 'record.meetingId', 'meeting.id')
    .where('meeting.municipality', '=', scope.municipality)
    .where('meeting.createdAt', '<', scope.before)
    .select((eb) => [
      'meeting.id',
      'meeting.type',
      eb
        .case()
        .when('record.outcome', 'is not', null)
        .then(eb.ref('record.outcome').$notNull())
        .when('meeting.cancelledAt', '<', scope.before)
        .then(eb.val('cancelled' as const))
        .else(eb.val('scheduled' as const))
        .end()
        .as('state'),
      'meeting.startsAt',
      'meeting.endsAt',
    ])
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .execute()
}

function listAgreements(db: Transaction<DB>, { municipality, before }: Scope) {
  return db
    .selectFrom('agreement')
    .where('municipality', '=', municipality)
    .where('recordedAt', '<', before)
    .select(['topic', 'agreedOn'])
    .orderBy('topic')
    .orderBy('agreedOn')
    .orderBy('matchId')
    .execute()
}

/** Midnight in Denmark, when the day begins. */
function startOf(day: Temporal.PlainDate | undefined): Temporal.Instant | null {
  return day?.toZonedDateTime(zone).toInstant() ?? null
}
