import { type Insertable, sql, type Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type {
  ConsentPurpose,
  ConsentWay,
  ConsentWithdrawal,
  DB,
  Enrolment,
  EnrolmentState,
  EnrolmentTopic,
  EnrolmentTransition,
  Person,
  PersonLanguage,
  RequirementKind,
} from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import type { Nameless } from './leave-nameless.ts'

type Tx = Transaction<DB>

/** The open programme that takes people who live in a municipality; its own municipality's first. */
export async function findProgrammeFor(
  db: Tx,
  residence: string,
): Promise<{ id: string; municipality: string } | undefined> {
  return db
    .selectFrom('programme')
    .innerJoin('programmeArea', 'programmeArea.programmeId', 'programme.id')
    .select(['programme.id', 'programme.municipality'])
    .where('programme.state', '=', 'open')
    .where('programmeArea.municipality', '=', residence)
    .orderBy((eb) => eb('programme.municipality', '=', residence), 'desc')
    .orderBy('programme.createdAt')
    .limit(1)
    .executeTakeFirst()
}

/** Where somebody may live to register anywhere: the choices of the public forms. */
export async function listServedMunicipalities(db: Tx) {
  return db
    .selectFrom('municipality')
    .select(['code', 'name'])
    .where('code', 'in', (eb) =>
      eb
        .selectFrom('programmeArea')
        .innerJoin('programme', 'programme.id', 'programmeArea.programmeId')
        .where('programme.state', '=', 'open')
        .select('programmeArea.municipality'),
    )
    .orderBy('name')
    .execute()
}

/** Locked by its id before there is a row, or a double click would register twice. */
export async function lockSubmission(db: Tx, submissionId: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${submissionId}, 0))`.execute(db)
  return db
    .selectFrom('enrolment')
    .select(['id as enrolmentId', 'personId'])
    .where('submissionId', '=', submissionId)
    .executeTakeFirst()
}

export async function insertPerson(db: Tx, person: Insertable<Person>): Promise<string> {
  const { id } = await db
    .insertInto('person')
    .values(person)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updatePerson(db: Tx, id: string, person: Partial<Insertable<Person>>) {
  await db.updateTable('person').set(person).where('id', '=', id).execute()
}

export async function insertEnrolment(db: Tx, enrolment: Insertable<Enrolment>): Promise<string> {
  const { id } = await db
    .insertInto('enrolment')
    .values(enrolment)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateEnrolment(
  db: Tx,
  id: string,
  enrolment: Partial<Insertable<Enrolment>>,
) {
  await db.updateTable('enrolment').set(enrolment).where('id', '=', id).execute()
}

export async function insertTransition(db: Tx, transition: Insertable<EnrolmentTransition>) {
  await db.insertInto('enrolmentTransition').values(transition).execute()
}

export async function replaceLanguages(
  db: Tx,
  personId: string,
  languages: Insertable<PersonLanguage>[],
) {
  await db.deleteFrom('personLanguage').where('personId', '=', personId).execute()
  if (languages.length > 0) await db.insertInto('personLanguage').values(languages).execute()
}

export async function replaceTopics(
  db: Tx,
  enrolmentId: string,
  topics: Insertable<EnrolmentTopic>[],
) {
  await db.deleteFrom('enrolmentTopic').where('enrolmentId', '=', enrolmentId).execute()
  if (topics.length > 0) await db.insertInto('enrolmentTopic').values(topics).execute()
}

export async function replaceHours(
  db: Tx,
  personId: string,
  municipality: string,
  hours: readonly { day: number; from: string; to: string }[],
) {
  await db.deleteFrom('availability').where('personId', '=', personId).execute()
  if (hours.length === 0) return
  await db
    .insertInto('availability')
    .values(
      hours.map(({ day, from, to }) => ({ municipality, personId, day, starts: from, ends: to })),
    )
    .execute()
}

/** The days of a command include the last one; the table's are half open. */
export async function replaceAway(
  db: Tx,
  personId: string,
  municipality: string,
  away: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate }[],
) {
  await db.deleteFrom('availabilityException').where('personId', '=', personId).execute()
  if (away.length === 0) return
  await db
    .insertInto('availabilityException')
    .values(
      away.map(({ from, to }) => ({
        municipality,
        personId,
        startsOn: from,
        endsBefore: to.add({ days: 1 }),
      })),
    )
    .execute()
}

export async function insertConsent(
  db: Tx,
  consent: {
    municipality: string
    personId: string
    locale: string
    text: string
    purpose?: ConsentPurpose
    way?: ConsentWay
    actor: string
    givenAt: Temporal.Instant
  },
) {
  await db
    .insertInto('consent')
    .values({ purpose: 'matching', ...consent })
    .execute()
}

/** What a person has said yes to and not taken back, newest first. */
export async function listConsentsInForce(db: Tx, personId: string) {
  return consents(db, personId).where('consentWithdrawal.at', 'is', null).execute()
}

/** Every consent a person ever gave, and when it was taken back. */
export async function listConsents(db: Tx, personId: string) {
  return consents(db, personId).execute()
}

function consents(db: Tx, personId: string) {
  return db
    .selectFrom('consent')
    .leftJoin('consentWithdrawal', 'consentWithdrawal.consentId', 'consent.id')
    .select([
      'consent.id',
      'consent.purpose',
      'consent.text',
      'consent.hash',
      'consent.locale',
      'consent.way',
      'consent.givenAt',
      'consentWithdrawal.at as withdrawnAt',
    ])
    .where('consent.personId', '=', personId)
    .orderBy('consent.givenAt', 'desc')
    .orderBy('consent.id')
}

export async function insertWithdrawals(db: Tx, withdrawals: Insertable<ConsentWithdrawal>[]) {
  await db.insertInto('consentWithdrawal').values(withdrawals).execute()
}

export async function listRoles(db: Tx, personId: string) {
  return db
    .selectFrom('enrolment')
    .select('role')
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** Locked, or two coordinators could both move it from the same state. */
export async function lockEnrolment(db: Tx, id: string) {
  return db
    .selectFrom('enrolment')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** Locked, or two who edit the profile at once would each see the version they began with. */
export async function lockPerson(db: Tx, id: string) {
  return db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function markState(
  db: Tx,
  id: string,
  state: EnrolmentState,
  at: Temporal.Instant,
  readySince: Temporal.Instant | null,
) {
  await db
    .updateTable('enrolment')
    // A pause ends with the next step, whatever day it was meant to last to.
    .set({ state, stateSince: at, readySince, pausedUntil: null })
    .where('id', '=', id)
    .execute()
}

export async function markPausedUntil(db: Tx, id: string, until: Temporal.PlainDate | null) {
  await db.updateTable('enrolment').set({ pausedUntil: until }).where('id', '=', id).execute()
}

/** Who paused until this day or one before it. */
export async function listPausedUntil(db: Tx, day: Temporal.PlainDate): Promise<string[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select('id')
    .where('state', '=', 'paused')
    .where('pausedUntil', '<=', day)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Whether this transaction sees what is left of erased people; only statistics and erasing do. */
export async function seeNameless(db: Tx, sees: boolean) {
  await sql`select set_config('app.nameless', ${sees ? 'on' : ''}, true)`.execute(db)
}

/** Copies of a person, their enrolments and consents, with new ids and only what statistics read. */
export async function copyNameless(db: Tx, personId: string): Promise<Nameless> {
  const { rows: people } = await sql<{ id: string }>`
    insert into person (municipality, name, channel, locale, sex, birth_year, residence, created_at, nameless)
    select municipality, '', 'letter', 'da', sex, birth_year, residence, created_at, true
    from person where id = ${personId} returning id`.execute(db)
  const person = { old: personId, new: people[0]!.id }
  const { rows: enrolments } = await sql<{ old: string; new: string }>`
    with copy as (select enrolment.*, uuidv7() as copy_id from enrolment where person_id = ${personId}),
    inserted as (insert into enrolment (id, municipality, programme_id, person_id, role, state,
        state_since, ready_since, source_partner_id, created_at, nameless)
      select copy_id, municipality, programme_id, ${person.new}, role, state,
        state_since, ready_since, source_partner_id, created_at, true from copy)
    select id as old, copy_id as new from copy order by created_at, id`.execute(db)
  await sql`
    with copy as (select consent.*, uuidv7() as copy_id from consent where person_id = ${personId}),
    inserted as (insert into consent (id, municipality, person_id, purpose, locale, text, given_at, way, actor)
      select copy_id, municipality, ${person.new}, purpose, 'da', '', given_at, way, 'person' from copy)
    insert into consent_withdrawal (consent_id, municipality, person_id, way, actor, at)
    select copy.copy_id, copy.municipality, ${person.new}, withdrawal.way, 'person', withdrawal.at
    from copy join consent_withdrawal as withdrawal on withdrawal.consent_id = copy.id`.execute(db)
  return { person, enrolments }
}

/** With everything that hangs on the person. */
export async function deletePerson(db: Tx, id: string) {
  await db.deleteFrom('person').where('id', '=', id).execute()
}

/** Every role of a person, the oldest first. */
export async function listRolesOf(db: Tx, personId: string) {
  return db
    .selectFrom('enrolment')
    .select(['id', 'role', 'state', 'programmeId'])
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}
export type RoleRow = Awaited<ReturnType<typeof listRolesOf>>[number]

export async function findPartner(db: Tx, id: string) {
  return db.selectFrom('partner').select('id').where('id', '=', id).executeTakeFirst()
}

/** One enrolment with everything its page shows. */
export async function readEnrolment(db: Tx, id: string) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('municipality', 'municipality.code', 'person.residence')
    .leftJoin('partner', 'partner.id', 'enrolment.sourcePartnerId')
    .selectAll('enrolment')
    .select((eb) => [
      'person.name',
      'person.email',
      'person.phone',
      'person.locale',
      'person.sex',
      'person.birthYear',
      'person.residence',
      'person.meets',
      'person.channel',
      'person.street',
      'person.postcode',
      'person.town',
      'person.furthestDistanceKm',
      'person.onlyAtLibrary',
      'person.interests',
      'person.version',
      'municipality.name as residenceName',
      'partner.name as partnerName',
      jsonArrayFrom(
        eb
          .selectFrom('personLanguage')
          .select(['tag', 'level', 'reads', 'writes', 'canInterpret'])
          .whereRef('personLanguage.personId', '=', 'person.id')
          .orderBy('level', 'desc')
          .orderBy('tag'),
      ).as('languages'),
      jsonArrayFrom(
        eb
          .selectFrom('enrolmentTopic')
          .select(['topic', 'importance'])
          .whereRef('enrolmentTopic.enrolmentId', '=', 'enrolment.id')
          .orderBy('importance', 'desc')
          .orderBy('topic'),
      ).as('topics'),
      jsonArrayFrom(
        eb
          .selectFrom('availability')
          .select(['day', 'starts', 'ends'])
          .whereRef('availability.personId', '=', 'person.id')
          .orderBy('day')
          .orderBy('starts'),
      ).as('hours'),
      jsonArrayFrom(
        eb
          .selectFrom('availabilityException')
          .select(['startsOn', 'endsBefore'])
          .whereRef('availabilityException.personId', '=', 'person.id')
          .orderBy('startsOn'),
      ).as('away'),
    ])
    .where('enrolment.id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function listTransitions(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('enrolmentTransition')
    .select(['fromState', 'toState', 'reason', 'at'])
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** What the programme requires of a mentor and how far they are with it. */
export async function listStanding(db: Tx, enrolmentId: string) {
  const { rows } = await sql<{
    kind: RequirementKind
    metOn: Temporal.PlainDate | null
    expiresOn: Temporal.PlainDate | null
  }>`
    select kind, met_on, expires_on from required_of_mentors()
    where enrolment_id = ${enrolmentId} order by kind`.execute(db)
  return rows
}

/** What a mentor lacks on a day. Requirements owns the tables behind it. */
export async function listMissing(
  db: Tx,
  enrolmentId: string,
  day: Temporal.PlainDate,
): Promise<RequirementKind[]> {
  const { rows } = await sql<{ kind: RequirementKind }>`
    select kind from missing_requirement(${day}::date)
    where enrolment_id = ${enrolmentId} order by kind`.execute(db)
  return rows.map((row) => row.kind)
}

/** The interview that is booked, or the last one held. */
export async function readInterview(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('interview')
    .innerJoin('site', 'site.id', 'interview.siteId')
    .select([
      'interview.id',
      'interview.startsAt',
      'interview.siteId',
      'interview.decision',
      'interview.reason',
      'site.name as siteName',
    ])
    .where('enrolmentId', '=', enrolmentId)
    .where('interview.state', '<>', 'cancelled')
    .orderBy('interview.startsAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether somebody is being asked if they still want to, or was paused for not answering. */
export async function findOpenQuestion(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('reconfirmation')
    .innerJoin('enrolment', 'enrolment.id', 'reconfirmation.enrolmentId')
    .select(['reconfirmation.askedAt', 'reconfirmation.byMail'])
    .where('enrolmentId', '=', enrolmentId)
    .where('answer', 'is', null)
    .where('enrolment.state', 'in', ['ready', 'paused'])
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function listPartners(db: Tx) {
  return db.selectFrom('partner').select(['id', 'name']).orderBy('name').execute()
}
