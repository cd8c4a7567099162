import { type Insertable, type RawBuilder, sql, type Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { inScope, owned } from '../../db/scope/in-scope.ts'
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

// Many at once: the rows lie in the database already and never leave it.

type Many = RawBuilder<unknown>
interface Batch {
  municipality: string
  programmeId: string
  actor: string
  consent: { text: string; locale: string }
  at: Temporal.Instant
}

/** The incoming people with their records as columns. */
function incoming(people: Many) {
  return sql`(${people}) as one cross join lateral jsonb_to_record(one.record) as said(
    name text, email text, phone text, channel channel, address jsonb, residence text, sex sex,
    "birthYear" integer, locale text, meets meets, "furthestDistanceKm" smallint, interests text[],
    role enrolment_role, state enrolment_state, capacity smallint, partner uuid,
    languages jsonb, topics jsonb, hours jsonb)`
}

export async function insertManyPeople(db: Tx, people: Many, batch: Batch) {
  await sql`
    insert into person (id, municipality, name, email, phone, channel, street, postcode, town, locale,
      sex, birth_year, residence, meets, furthest_distance_km, interests, created_at)
    select person_id, ${owned(batch.municipality)}, name, email, phone,
      coalesce(channel, case when email is not null then 'email'::channel
        when phone is not null then 'phone'::channel else 'partner'::channel end),
      address->>'street', address->>'postcode', address->>'town', coalesce(locale, 'da'),
      coalesce(sex, 'undisclosed'), "birthYear", residence, coalesce(meets, 'either'),
      "furthestDistanceKm", coalesce(interests, '{}'), ${batch.at}::timestamptz
    from ${incoming(people)} where not is_known`.execute(db)
}

export async function updateManyPeople(db: Tx, people: Many) {
  await sql`
    update person set name = said.name, email = coalesce(said.email, person.email),
      phone = coalesce(said.phone, person.phone), channel = coalesce(said.channel, person.channel),
      street = coalesce(address->>'street', person.street),
      postcode = coalesce(address->>'postcode', person.postcode),
      town = coalesce(address->>'town', person.town), locale = coalesce(said.locale, person.locale),
      sex = coalesce(said.sex, person.sex), birth_year = coalesce("birthYear", person.birth_year),
      residence = said.residence, meets = coalesce(said.meets, person.meets),
      furthest_distance_km = coalesce("furthestDistanceKm", person.furthest_distance_km),
      interests = coalesce(said.interests, person.interests), version = person.version + 1
    from ${incoming(people)} where is_known and person.id = person_id
      and ${inScope('person')}`.execute(db)
}

export async function insertManyEnrolments(db: Tx, people: Many, batch: Batch) {
  await sql`
    insert into enrolment (id, municipality, programme_id, person_id, role, state, state_since,
      ready_since, source_partner_id, capacity, created_at)
    select enrolment_id, ${owned(batch.municipality)}, ${batch.programmeId}::uuid, person_id, role, state,
      ${batch.at}::timestamptz, case when state = 'ready' then ${batch.at}::timestamptz end, partner,
      coalesce(capacity, 1), ${batch.at}::timestamptz
    from ${incoming(people)} where not is_enrolled`.execute(db)
}

export async function updateManyEnrolments(db: Tx, people: Many) {
  await sql`
    update enrolment set capacity = coalesce(said.capacity, enrolment.capacity),
      source_partner_id = coalesce(partner, source_partner_id)
    from ${incoming(people)} where is_enrolled and enrolment.id = enrolment_id
      and ${inScope('enrolment')}`.execute(db)
}

/** What somebody can besides speaking stays, where the language stays. */
export async function replaceManyLanguages(db: Tx, people: Many, municipality: string) {
  await sql`
    delete from person_language using ${incoming(people)}
    where is_known and person_language.person_id = one.person_id and ${inScope('person_language')}
      and not languages @> jsonb_build_array(jsonb_build_object('tag', tag))`.execute(db)
  await sql`
    insert into person_language (municipality, person_id, tag, level)
    select ${owned(municipality)}, person_id, skill.tag, skill.level
    from ${incoming(people)}
      cross join lateral jsonb_to_recordset(languages) as skill(tag text, level language_level)
    on conflict (person_id, tag) do update set level = excluded.level
      where ${inScope('person_language')}`.execute(db)
}

export async function replaceManyTopics(db: Tx, people: Many, municipality: string) {
  await sql`
    delete from enrolment_topic using ${incoming(people)}
    where is_enrolled and enrolment_topic.enrolment_id = one.enrolment_id
      and ${inScope('enrolment_topic')}
      and not topics @> jsonb_build_array(jsonb_build_object('topic', topic))`.execute(db)
  await sql`
    insert into enrolment_topic as kept (municipality, enrolment_id, topic, importance)
    select ${owned(municipality)}, enrolment_id, wanted.topic, coalesce(wanted.importance, 2)
    from ${incoming(people)}
      cross join lateral jsonb_to_recordset(topics) as wanted(topic text, importance smallint)
    on conflict (enrolment_id, topic) do update set importance = excluded.importance
      where ${inScope('kept')}`.execute(db)
}

export async function replaceManyHours(db: Tx, people: Many, municipality: string) {
  await sql`
    delete from availability using ${incoming(people)}
    where is_known and availability.person_id = one.person_id and hours is not null
      and ${inScope('availability')}`.execute(db)
  await sql`
    insert into availability (municipality, person_id, day, starts, ends)
    select ${owned(municipality)}, person_id, free.day, free."from", free."to"
    from ${incoming(people)}
      cross join lateral jsonb_to_recordset(hours) as free(day smallint, "from" time, "to" time)`.execute(
    db,
  )
}

export async function insertManyTransitions(db: Tx, people: Many, batch: Batch) {
  await sql`
    insert into enrolment_transition (municipality, enrolment_id, to_state, actor, at)
    select ${owned(batch.municipality)}, enrolment_id, state, ${batch.actor}, ${batch.at}::timestamptz
    from ${incoming(people)} where not is_enrolled`.execute(db)
}

/** A mere contact has not been asked yet. */
export async function insertManyConsents(db: Tx, people: Many, batch: Batch) {
  await sql`
    insert into consent (municipality, person_id, purpose, locale, text, given_at, way, actor)
    select ${owned(batch.municipality)}, person_id, 'matching', ${batch.consent.locale},
      ${batch.consent.text}, ${batch.at}::timestamptz, 'in-person', ${batch.actor}
    from ${incoming(people)} where not is_known
      and state not in ('contacted', 'interested', 'not_interested', 'no_answer')`.execute(db)
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
  const { municipality } = await db
    .selectFrom('person')
    .select('municipality')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const { rows: people } = await sql<{ id: string }>`
    insert into person (municipality, name, channel, locale, sex, birth_year, residence, created_at, nameless)
    select ${owned(municipality)}, '', 'letter', 'da', sex, birth_year, residence, created_at, true
    from person where ${inScope('person')} and id = ${personId} returning id`.execute(db)
  const person = { old: personId, new: people[0]!.id }
  const { rows: enrolments } = await sql<{ old: string; new: string }>`
    with copy as (select enrolment.*, uuidv7() as copy_id from enrolment
      where ${inScope('enrolment')} and person_id = ${personId}),
    inserted as (insert into enrolment (id, municipality, programme_id, person_id, role, state,
        state_since, ready_since, source_partner_id, created_at, nameless)
      select copy_id, ${owned(municipality)}, programme_id, ${person.new}, role, state,
        state_since, ready_since, source_partner_id, created_at, true from copy)
    select id as old, copy_id as new from copy order by created_at, id`.execute(db)
  await sql`
    with copy as (select consent.*, uuidv7() as copy_id from consent
      where ${inScope('consent')} and person_id = ${personId}),
    inserted as (insert into consent (id, municipality, person_id, purpose, locale, text, given_at, way, actor)
      select copy_id, ${owned(municipality)}, ${person.new}, purpose, 'da', '', given_at, way, 'person' from copy)
    insert into consent_withdrawal (consent_id, municipality, person_id, way, actor, at)
    select copy.copy_id, ${owned(municipality)}, ${person.new}, withdrawal.way, 'person', withdrawal.at
    from copy join consent_withdrawal as withdrawal on withdrawal.consent_id = copy.id
      and ${inScope('withdrawal')}`.execute(db)
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
    where ${inScope('required_of_mentors')} and enrolment_id = ${enrolmentId} order by kind`.execute(
    db,
  )
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
    where ${inScope('missing_requirement')} and enrolment_id = ${enrolmentId} order by kind`.execute(
    db,
  )
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
