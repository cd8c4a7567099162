import { sql, type Transaction } from 'kysely'
import type { DB } from '../../db/types.ts'
import type { Facts } from './indicators.ts'

interface Scope {
  municipality: string
  /** Records made at or after this moment are left out. */
  before: Temporal.Instant
}

export async function readFacts(db: Transaction<DB>, scope: Scope): Promise<Facts> {
  // The erased still count, without a name.
  await sql`select set_config('app.nameless', 'on', true)`.execute(db)
  return {
    enrolments: await listEnrolments(db, scope),
    transitions: await listTransitions(db, scope),
    consents: await listConsents(db, scope),
    matches: await listMatches(db, scope),
    offers: await listOffers(db, scope),
    meetings: await listMeetings(db, scope),
    introductions: await listIntroductions(db, scope),
    agreements: await listAgreements(db, scope),
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

function listMatches(db: Transaction<DB>, { municipality, before }: Scope) {
  return db
    .selectFrom('match')
    .where('municipality', '=', municipality)
    .where('acceptedAt', '<', before)
    .select(['id', 'menteeId', 'acceptedAt', 'activeAt', 'closedAt'])
    .orderBy('acceptedAt')
    .orderBy('id')
    .execute()
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

/** An outcome recorded after the as-of date is left out: the meeting still counts as planned. */
function listMeetings(db: Transaction<DB>, { municipality, before }: Scope) {
  return db
    .selectFrom('meeting')
    .where('municipality', '=', municipality)
    .where('createdAt', '<', before)
    .select((eb) => [
      'id',
      'type',
      eb
        .case()
        .when('recordedAt', '>=', before)
        .then(eb.val('scheduled' as const))
        .else(eb.ref('state'))
        .end()
        .as('state'),
      'startsAt',
      'endsAt',
    ])
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
}

function listIntroductions(db: Transaction<DB>, { municipality }: Scope) {
  return db
    .selectFrom('meetingMatch')
    .where('municipality', '=', municipality)
    .select(['meetingId', 'matchId'])
    .orderBy('meetingId')
    .orderBy('matchId')
    .execute()
}

function listAgreements(db: Transaction<DB>, { municipality, before }: Scope) {
  return db
    .selectFrom('agreement')
    .where('municipality', '=', municipality)
    .where('agreedAt', '<', before)
    .select(['topic', 'agreedAt'])
    .orderBy('topic')
    .orderBy('agreedAt')
    .orderBy('matchId')
    .execute()
}
