import { type RawBuilder, sql, type Transaction } from 'kysely'
import { inScope, owned } from '../../../db/scope/in-scope.ts'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

// Many at once: the rows lie in the database already and never leave it.

type Many = RawBuilder<unknown>
interface Batch {
  municipality: string
  programmeId: string
  actor: string
  spreadsheetId: string
  consent: { text: string; locale: string }
  at: Temporal.Instant
}

/** Whether this transaction sees people who are still arriving; only what brings them in does. */
export async function seeArriving(db: Tx, sees: boolean) {
  await sql`select set_config('app.arriving', ${sees ? 'on' : ''}, true)`.execute(db)
}

/**
 * For statements that join many people with what is here: a planner that knows nothing of the tables
 * yet, as on the embedded engine or after the first import, takes them for empty and asks row by row.
 */
export async function joinByHash(db: Tx) {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(db)
}

/** The same people as a list, by which an index leads to their rows whatever the planner expects. */
function these(people: Many, column: 'person_id' | 'enrolment_id' = 'person_id') {
  return sql`any (array(select ${sql.ref(column)} from (${people}) as these))`
}

/** Every table that many people at once make larger. */
export const growing = [
  ...(['person', 'person_term', 'person_language', 'availability'] as const),
  ...(['availability_exception', 'enrolment', 'enrolment_topic'] as const),
  ...(['enrolment_transition', 'consent'] as const),
]

export async function analyze(db: Tx, table: (typeof growing)[number]) {
  await sql`analyze ${sql.table(table)}`.execute(db)
}

/**
 * The incoming people with their records as columns. The offset keeps ids what they are: an expression
 * in their place might leak, and under row-level security no index would answer it.
 */
function incoming(people: Many) {
  return sql`(select * from (${people}) as asked offset 0) as one cross join lateral jsonb_to_record(one.record) as said(
    name text, email text, phone text, channel channel, address jsonb, residence text, sex sex,
    "birthYear" integer, locale text, meets meets, "furthestDistanceKm" smallint,
    "onlyAtLibrary" boolean, interests text[], role enrolment_role, state enrolment_state,
    capacity smallint, partner uuid, wish jsonb, "ageWish" jsonb, "acceptsChildren" boolean,
    "childrenAlong" boolean, "wantsDanishPractice" boolean, "interpreterAcceptable" boolean,
    languages jsonb, topics jsonb, hours jsonb, away jsonb)`
}

const skills = sql`jsonb_to_recordset(languages)
  as skill(tag text, level language_level, reads boolean, writes boolean, "canInterpret" boolean)`
const wanted = sql`jsonb_to_recordset(topics) as wanted(topic text, importance smallint)`
const free = sql`jsonb_to_recordset(hours) as free(day smallint, "from" time, "to" time)`
/** The days of a record include the last one; the table's are half open. */
const days = sql`jsonb_to_recordset(away) as days("from" date, "to" date)`

/** A mere contact has not been asked yet. */
const isContact = sql`state in ('contacted', 'interested', 'not_interested', 'no_answer')`

const enrolmentColumns = sql`id, municipality, programme_id, person_id, role, state, state_since,
  ready_since, source_partner_id, capacity, sex_wish, sex_wish_is_must, age_wish_from, age_wish_to,
  age_wish_is_must, accepts_children, children_along, wants_danish_practice,
  interpreter_acceptable, created_at, spreadsheet_id`

/** The values of `enrolmentColumns` behind the first two. */
function enrolmentValues(batch: Batch, spreadsheetId: string | null) {
  return sql`${batch.programmeId}::uuid, person_id, role, state,
    ${batch.at}::timestamptz, case when state = 'ready' then ${batch.at}::timestamptz end, partner,
    coalesce(capacity, 1), (wish->>'sex')::sex, coalesce((wish->>'isMust')::boolean, false),
    ("ageWish"->>'from')::smallint, ("ageWish"->>'to')::smallint,
    coalesce(("ageWish"->>'isMust')::boolean, false), coalesce("acceptsChildren", false),
    coalesce("childrenAlong", false), coalesce("wantsDanishPractice", false),
    coalesce("interpreterAcceptable", false), ${batch.at}::timestamptz, ${spreadsheetId}::uuid`
}

/** New people with all that hangs on them: each record is opened once. */
export async function insertManyPeople(db: Tx, people: Many, batch: Batch) {
  const { municipality, spreadsheetId, actor, consent, at } = batch
  await sql`
    with said as materialized (select * from ${incoming(people)}),
    persons as (
      insert into person (id, municipality, name, email, phone, channel, street, postcode, town,
        locale, sex, birth_year, residence, meets, furthest_distance_km, only_at_library, interests,
        created_at, spreadsheet_id)
      select person_id, ${owned(municipality)}, name, email, phone,
        coalesce(channel, case when email is not null then 'email'::channel
          when phone is not null then 'phone'::channel else 'partner'::channel end),
        address->>'street', address->>'postcode', address->>'town', coalesce(locale, 'da'),
        coalesce(sex, 'undisclosed'), "birthYear", residence, coalesce(meets, 'either'),
        "furthestDistanceKm", coalesce("onlyAtLibrary", false), coalesce(interests, '{}'),
        ${at}::timestamptz, ${spreadsheetId}::uuid
      from said
    ), enrolments as (
      insert into enrolment (${enrolmentColumns})
      select enrolment_id, ${owned(municipality)}, ${enrolmentValues(batch, spreadsheetId)} from said
    ), transitions as (
      insert into enrolment_transition (municipality, enrolment_id, to_state, actor, at, spreadsheet_id)
      select ${owned(municipality)}, enrolment_id, state, ${actor}, ${at}::timestamptz, ${spreadsheetId}::uuid
      from said
    ), consents as (
      insert into consent (municipality, person_id, purpose, locale, text, given_at, way, actor, spreadsheet_id)
      select ${owned(municipality)}, person_id, 'matching', ${consent.locale}, ${consent.text},
        ${at}::timestamptz, 'in-person', ${actor}, ${spreadsheetId}::uuid
      from said where not ${isContact}
    ), languages as (
      insert into person_language (municipality, person_id, tag, level, reads, writes, can_interpret)
      select ${owned(municipality)}, person_id, tag, level, coalesce(reads, false),
        coalesce(writes, false), coalesce("canInterpret", false)
      from said cross join lateral ${skills}
    ), topics as (
      insert into enrolment_topic (municipality, enrolment_id, topic, importance)
      select ${owned(municipality)}, enrolment_id, wanted.topic, coalesce(importance, 2)
      from said cross join lateral ${wanted}
    ), away as (
      insert into availability_exception (municipality, person_id, starts_on, ends_before)
      select ${owned(municipality)}, person_id, days."from", days."to" + 1 from said cross join lateral ${days}
    )
    insert into availability (municipality, person_id, day, starts, ends)
    select ${owned(municipality)}, person_id, day, free."from", free."to" from said cross join lateral ${free}`.execute(
    db,
  )
}

/** Everything that hangs on a person goes with them. Only who came by this file and was never seen. */
export async function deleteManyPeople(db: Tx, people: Many, spreadsheetId: string) {
  await sql`delete from person
    where ${inScope('person')} and id = ${these(people)} and spreadsheet_id = ${spreadsheetId}::uuid`.execute(
    db,
  )
}

/** A column as the record says, or as it is where the record is silent; in the order they are compared. */
const personChanges = {
  name: sql`said.name`,
  // One that was confirmed is the person's to change; see profile/change-address.ts.
  email: sql`case when person.email is null or person.email_unconfirmed_since is not null
    then coalesce(said.email, person.email) else person.email end`,
  phone: sql`coalesce(said.phone, person.phone)`,
  channel: sql`coalesce(said.channel, person.channel)`,
  street: sql`coalesce(address->>'street', person.street)`,
  postcode: sql`coalesce(address->>'postcode', person.postcode)`,
  town: sql`coalesce(address->>'town', person.town)`,
  locale: sql`coalesce(said.locale, person.locale)`,
  sex: sql`coalesce(said.sex, person.sex)`,
  birth_year: sql`coalesce("birthYear", person.birth_year)`,
  residence: sql`said.residence`,
  meets: sql`coalesce(said.meets, person.meets)`,
  furthest_distance_km: sql`coalesce("furthestDistanceKm", person.furthest_distance_km)`,
  only_at_library: sql`coalesce("onlyAtLibrary", person.only_at_library)`,
  interests: sql`coalesce(said.interests, person.interests)`,
}

/** A wish is one thing: who says anew from which age no longer means the old one to which. */
const enrolmentChanges = {
  capacity: sql`coalesce(said.capacity, enrolment.capacity)`,
  source_partner_id: sql`coalesce(partner, source_partner_id)`,
  sex_wish: sql`case when wish is null then sex_wish else (wish->>'sex')::sex end`,
  sex_wish_is_must: sql`coalesce((wish->>'isMust')::boolean, sex_wish_is_must)`,
  age_wish_from: sql`case when "ageWish" is null then age_wish_from else ("ageWish"->>'from')::smallint end`,
  age_wish_to: sql`case when "ageWish" is null then age_wish_to else ("ageWish"->>'to')::smallint end`,
  age_wish_is_must: sql`coalesce(("ageWish"->>'isMust')::boolean, age_wish_is_must)`,
  accepts_children: sql`coalesce("acceptsChildren", accepts_children)`,
  children_along: sql`coalesce("childrenAlong", children_along)`,
  wants_danish_practice: sql`coalesce("wantsDanishPractice", wants_danish_practice)`,
  interpreter_acceptable: sql`coalesce("interpreterAcceptable", interpreter_acceptable)`,
}

type Changes = Record<string, RawBuilder<unknown>>

function assignments(changes: Changes) {
  return sql.join(Object.entries(changes).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))
}

function differ(table: string, changes: Changes) {
  const now = Object.keys(changes).map((name) => sql.ref(`${table}.${name}`))
  return sql`(${sql.join(now)}) is distinct from (${sql.join(Object.values(changes))})`
}

/** The numbers of those of whom a record says something new; in an enrolment that is not there all is. */
export async function listChanged(db: Tx, people: Many): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select one.number from ${incoming(people)}
      join person on ${inScope('person')} and person.id = one.person_id
        and person.id = ${these(people)}
      left join enrolment on ${inScope('enrolment')} and enrolment.id = one.enrolment_id
        and enrolment.id = ${these(people, 'enrolment_id')}
    where enrolment.id is null
      or ${differ('person', personChanges)} or ${differ('enrolment', enrolmentChanges)}
      or languages is not null and (
        (select count(*) from person_language
          where ${inScope('person_language')} and person_id = one.person_id)
          <> jsonb_array_length(languages)
        or exists (select from ${skills} where not exists (
          select from person_language as kept where ${inScope('kept')} and person_id = one.person_id
            and kept.tag = skill.tag and kept.level = skill.level
            and kept.reads = coalesce(skill.reads, kept.reads)
            and kept.writes = coalesce(skill.writes, kept.writes)
            and can_interpret = coalesce("canInterpret", can_interpret))))
      or topics is not null and (
        (select count(*) from enrolment_topic
          where ${inScope('enrolment_topic')} and enrolment_id = one.enrolment_id)
          <> jsonb_array_length(topics)
        or exists (select from ${wanted} where not exists (
          select from enrolment_topic as kept where ${inScope('kept')} and enrolment_id = one.enrolment_id
            and kept.topic = wanted.topic and kept.importance = coalesce(wanted.importance, 2))))
      or hours is not null and (
        (select count(*) from availability
          where ${inScope('availability')} and person_id = one.person_id)
          <> jsonb_array_length(hours)
        or exists (select from ${free} where not exists (
          select from availability as kept where ${inScope('kept')} and person_id = one.person_id
            and kept.day = free.day and starts = free."from" and ends = free."to")))
      or away is not null and (
        (select count(*) from availability_exception
          where ${inScope('availability_exception')} and person_id = one.person_id)
          <> jsonb_array_length(away)
        or exists (select from ${days} where not exists (
          select from availability_exception
          where ${inScope('availability_exception')} and person_id = one.person_id
            and starts_on = days."from" and ends_before = days."to" + 1)))`.execute(db)
  return rows.map(({ number }) => number)
}

export async function updateManyPeople(db: Tx, people: Many) {
  await sql`update person set ${assignments(personChanges)}, version = person.version + 1
    from ${incoming(people)} where ${inScope('person')} and person.id = one.person_id
      and person.id = ${these(people)}`.execute(db)
}

/** Where the role is new; whoever got it meanwhile has it already. */
export async function insertManyEnrolments(db: Tx, people: Many, batch: Batch) {
  const { municipality, actor, at } = batch
  await sql`
    with made as (
      insert into enrolment (${enrolmentColumns})
      select enrolment_id, ${owned(municipality)}, ${enrolmentValues(batch, null)}
      from ${incoming(people)}
        join person on ${inScope('person')} and person.id = one.person_id
          and person.id = ${these(people)}
      where not exists (select from enrolment
        where ${inScope('enrolment')} and enrolment.id = enrolment_id
        and enrolment.id = ${these(people, 'enrolment_id')})
      on conflict (programme_id, person_id, role) do nothing
      returning id, state
    )
    insert into enrolment_transition (municipality, enrolment_id, to_state, actor, at)
    select ${owned(municipality)}, id, state, ${actor}, ${at}::timestamptz from made`.execute(db)
}

export async function updateManyEnrolments(db: Tx, people: Many) {
  await sql`update enrolment set ${assignments(enrolmentChanges)}
    from ${incoming(people)} where ${inScope('enrolment')} and enrolment.id = enrolment_id
      and enrolment.id = ${these(people, 'enrolment_id')}`.execute(db)
}

/** What somebody can besides speaking stays, where the language stays and nothing else is said. */
export async function replaceManyLanguages(db: Tx, people: Many, municipality: string) {
  await sql`
    delete from person_language using ${incoming(people)}
    where ${inScope('person_language')} and person_language.person_id = one.person_id
      and person_language.person_id = ${these(people)}
      and not languages @> jsonb_build_array(jsonb_build_object('tag', tag))`.execute(db)
  await sql`
    insert into person_language (municipality, person_id, tag, level, reads, writes, can_interpret)
    select ${owned(municipality)}, one.person_id, skill.tag, skill.level,
      coalesce(skill.reads, kept.reads, false), coalesce(skill.writes, kept.writes, false),
      coalesce("canInterpret", kept.can_interpret, false)
    from ${incoming(people)} join person on ${inScope('person')} and person.id = one.person_id
      and person.id = ${these(people)}
      cross join lateral ${skills}
      left join person_language as kept on ${inScope('kept')} and kept.person_id = one.person_id
        and kept.tag = skill.tag and kept.person_id = ${these(people)}
    on conflict (person_id, tag) do update set level = excluded.level, reads = excluded.reads,
      writes = excluded.writes, can_interpret = excluded.can_interpret
      where ${inScope('person_language')}`.execute(db)
}

export async function replaceManyTopics(db: Tx, people: Many, municipality: string) {
  await sql`
    delete from enrolment_topic using ${incoming(people)}
    where ${inScope('enrolment_topic')} and enrolment_topic.enrolment_id = one.enrolment_id
      and enrolment_topic.enrolment_id = ${these(people, 'enrolment_id')}
      and not topics @> jsonb_build_array(jsonb_build_object('topic', topic))`.execute(db)
  await sql`
    insert into enrolment_topic (municipality, enrolment_id, topic, importance)
    select ${owned(municipality)}, enrolment_id, wanted.topic, coalesce(wanted.importance, 2)
    from ${incoming(people)} join enrolment on ${inScope('enrolment')}
      and enrolment.id = enrolment_id and enrolment.id = ${these(people, 'enrolment_id')}
      cross join lateral ${wanted}
    on conflict (enrolment_id, topic) do update set importance = excluded.importance
      where ${inScope('enrolment_topic')}`.execute(db)
}

export async function replaceManyHours(db: Tx, people: Many, municipality: string) {
  await sql`
    delete from availability using ${incoming(people)}
    where ${inScope('availability')} and availability.person_id = one.person_id and availability.person_id = ${these(people)}
      and hours is not null`.execute(db)
  await sql`
    insert into availability (municipality, person_id, day, starts, ends)
    select ${owned(municipality)}, person_id, day, free."from", free."to"
    from ${incoming(people)} join person on ${inScope('person')} and person.id = one.person_id
      and person.id = ${these(people)}
      cross join lateral ${free}`.execute(db)
}

export async function replaceManyAway(db: Tx, people: Many, municipality: string) {
  await sql`
    delete from availability_exception using ${incoming(people)}
    where ${inScope('availability_exception')}
      and availability_exception.person_id = one.person_id
      and availability_exception.person_id = ${these(people)} and away is not null`.execute(db)
  await sql`
    insert into availability_exception (municipality, person_id, starts_on, ends_before)
    select ${owned(municipality)}, person_id, days."from", days."to" + 1
    from ${incoming(people)} join person on ${inScope('person')} and person.id = one.person_id
      and person.id = ${these(people)}
      cross join lateral ${days}`.execute(db)
}
