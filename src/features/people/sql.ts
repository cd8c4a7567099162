import { type Insertable, type RawBuilder, sql, type Transaction } from 'kysely'
import type { DB, Enrolment, EnrolmentState, EnrolmentTransition, Person } from '../../db/types.ts'
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

/** Whom a mail goes to, and whether somebody there gave the same address before them. */
export async function findAddressee(db: Tx, personId: string) {
  return db
    .selectFrom('person')
    .select((eb) => [
      'person.name',
      'person.email',
      'person.locale',
      'person.municipality',
      eb
        .exists(
          eb
            .selectFrom('person as other')
            .select('other.id')
            .where((eb) =>
              eb(
                eb.fn<string>('lower', ['other.email']),
                '=',
                eb.fn<string>('lower', ['person.email']),
              ),
            )
            .whereRef('other.municipality', '=', 'person.municipality')
            .whereRef('other.id', '<', 'person.id'),
        )
        .$castTo<boolean>()
        .as('isShared'),
    ])
    .where('person.id', '=', personId)
    .executeTakeFirst()
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
    select person_id, ${batch.municipality}, name, email, phone,
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
    from ${incoming(people)} where is_known and person.id = person_id`.execute(db)
}

export async function insertManyEnrolments(db: Tx, people: Many, batch: Batch) {
  await sql`
    insert into enrolment (id, municipality, programme_id, person_id, role, state, state_since,
      ready_since, source_partner_id, capacity, created_at)
    select enrolment_id, ${batch.municipality}, ${batch.programmeId}::uuid, person_id, role, state,
      ${batch.at}::timestamptz, case when state = 'ready' then ${batch.at}::timestamptz end, partner,
      coalesce(capacity, 1), ${batch.at}::timestamptz
    from ${incoming(people)} where not is_enrolled`.execute(db)
}

export async function updateManyEnrolments(db: Tx, people: Many) {
  await sql`
    update enrolment set capacity = coalesce(said.capacity, enrolment.capacity),
      source_partner_id = coalesce(partner, source_partner_id)
    from ${incoming(people)} where is_enrolled and enrolment.id = enrolment_id`.execute(db)
}

/** What somebody can besides speaking stays, where the language stays. */
export async function replaceManyLanguages(db: Tx, people: Many, municipality: string) {
  await sql`
    delete from person_language using ${incoming(people)}
    where is_known and person_language.person_id = one.person_id
      and not languages @> jsonb_build_array(jsonb_build_object('tag', tag))`.execute(db)
  await sql`
    insert into person_language (municipality, person_id, tag, level)
    select ${municipality}, person_id, skill.tag, skill.level
    from ${incoming(people)}
      cross join lateral jsonb_to_recordset(languages) as skill(tag text, level language_level)
    on conflict (person_id, tag) do update set level = excluded.level`.execute(db)
}

export async function replaceManyTopics(db: Tx, people: Many, municipality: string) {
  await sql`
    delete from enrolment_topic using ${incoming(people)}
    where is_enrolled and enrolment_topic.enrolment_id = one.enrolment_id
      and not topics @> jsonb_build_array(jsonb_build_object('topic', topic))`.execute(db)
  await sql`
    insert into enrolment_topic as kept (municipality, enrolment_id, topic, importance)
    select ${municipality}, enrolment_id, wanted.topic, coalesce(wanted.importance, 2)
    from ${incoming(people)}
      cross join lateral jsonb_to_recordset(topics) as wanted(topic text, importance smallint)
    on conflict (enrolment_id, topic) do update set importance = excluded.importance`.execute(db)
}

export async function replaceManyHours(db: Tx, people: Many, municipality: string) {
  await sql`
    delete from availability using ${incoming(people)}
    where is_known and availability.person_id = one.person_id and hours is not null`.execute(db)
  await sql`
    insert into availability (municipality, person_id, day, starts, ends)
    select ${municipality}, person_id, free.day, free."from", free."to"
    from ${incoming(people)}
      cross join lateral jsonb_to_recordset(hours) as free(day smallint, "from" time, "to" time)`.execute(
    db,
  )
}

export async function insertManyTransitions(db: Tx, people: Many, batch: Batch) {
  await sql`
    insert into enrolment_transition (municipality, enrolment_id, to_state, actor, at)
    select ${batch.municipality}, enrolment_id, state, ${batch.actor}, ${batch.at}::timestamptz
    from ${incoming(people)} where not is_enrolled`.execute(db)
}

/** A mere contact has not been asked yet. */
export async function insertManyConsents(db: Tx, people: Many, batch: Batch) {
  await sql`
    insert into consent (municipality, person_id, purpose, locale, text, given_at, way, actor)
    select ${batch.municipality}, person_id, 'matching', ${batch.consent.locale},
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
