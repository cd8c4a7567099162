import { type RawBuilder, sql, type Transaction } from 'kysely'
import { inScope, owned } from '../../../db/scope/in-scope.ts'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

// Bulk statements: the rows are in the database and do not leave it.

export type PeopleQuery = RawBuilder<unknown>
interface Batch {
  municipality: string
  programmeId: string
  actor: string
  spreadsheetId: string
  consent: { text: string; locale: string }
  at: Temporal.Instant
}

/** Sets whether the transaction sees people whose import is not complete; only the import does. */
export async function showHiddenPeople(db: Tx, sees: boolean) {
  await sql`select set_config('app.arriving', ${sees ? 'on' : ''}, true)`.execute(db)
}

/**
 * For bulk joins: without statistics, as on the embedded engine or after the first import, the
 * planner takes the tables for empty and would use nested loops.
 */
export async function avoidNestedLoops(db: Tx) {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(db)
}

/** The same people as an array, so that indexes are used whatever the planner estimates. */
export function anyOf(people: PeopleQuery, column: 'person_id' | 'enrolment_id' = 'person_id') {
  return sql`any (array(select ${sql.ref(column)} from (${people}) as asked))`
}

export const importedTables = [
  ...(['person', 'person_term', 'person_language', 'availability'] as const),
  ...(['availability_exception', 'enrolment', 'enrolment_topic'] as const),
  ...(['enrolment_transition', 'consent'] as const),
]

export async function analyze(db: Tx, table: (typeof importedTables)[number]) {
  await sql`analyze ${sql.table(table)}`.execute(db)
}

/**
 * The imported people with their records as columns. `offset 0` keeps ids plain columns: an
 * expression may not be leakproof, and then under row-level security no index is used.
 */
export function withRecords(people: PeopleQuery) {
  return sql`(select * from (${people}) as asked offset 0) as one cross join lateral jsonb_to_record(one.record) as said(
    name text, email text, phone text, channel channel, address jsonb, residence text, sex sex,
    "birthYear" integer, locale text, meets meets, "furthestDistanceKm" smallint,
    "onlyAtLibrary" boolean, interests text[], role enrolment_role, state enrolment_state,
    capacity smallint, partner uuid, wish jsonb, "ageWish" jsonb, "acceptsChildren" boolean,
    "childrenAlong" boolean, "wantsDanishPractice" boolean, "interpreterAcceptable" boolean,
    languages jsonb, topics jsonb, hours jsonb, away jsonb)`
}

export const skills = sql`jsonb_to_recordset(languages)
  as skill(tag text, level language_level, reads boolean, writes boolean, "canInterpret" boolean)`
export const wanted = sql`jsonb_to_recordset(topics) as wanted(topic text, importance smallint)`
export const free = sql`jsonb_to_recordset(hours) as free(day smallint, "from" time, "to" time)`
/** The days of a record include the last one; the table's ranges are half open. */
export const days = sql`jsonb_to_recordset(away) as days("from" date, "to" date)`

/** A contact has not been asked for consent yet. */
const isContact = sql`state in ('contacted', 'interested', 'not_interested', 'no_answer')`

const enrolmentColumns = sql`id, municipality, programme_id, person_id, role, state, state_since,
  ready_since, source_partner_id, capacity, sex_wish, sex_wish_is_must, age_wish_from, age_wish_to,
  age_wish_is_must, accepts_children, children_along, wants_danish_practice,
  interpreter_acceptable, created_at, spreadsheet_id`

/** The values of `enrolmentColumns` after the first two. */
function enrolmentValues(batch: Batch, spreadsheetId: string | null) {
  return sql`${batch.programmeId}::uuid, person_id, role, state,
    ${batch.at}::timestamptz, case when state = 'ready' then ${batch.at}::timestamptz end, partner,
    coalesce(capacity, 1), (wish->>'sex')::sex, coalesce((wish->>'isMust')::boolean, false),
    ("ageWish"->>'from')::smallint, ("ageWish"->>'to')::smallint,
    coalesce(("ageWish"->>'isMust')::boolean, false), coalesce("acceptsChildren", false),
    coalesce("childrenAlong", false), coalesce("wantsDanishPractice", false),
    coalesce("interpreterAcceptable", false), ${batch.at}::timestamptz, ${spreadsheetId}::uuid`
}

/** Inserts people with all their rows; each record is parsed once. */
export async function insertNewPeople(db: Tx, people: PeopleQuery, batch: Batch) {
  const { municipality, spreadsheetId, actor, consent, at } = batch
  await sql`
    with said as materialized (select * from ${withRecords(people)}),
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

/** Deletes people with their rows, only those of this file who were never visible. */
export async function deleteUnseenPeople(db: Tx, people: PeopleQuery, spreadsheetId: string) {
  await sql`delete from person
    where ${inScope('person')} and id = ${anyOf(people)} and spreadsheet_id = ${spreadsheetId}::uuid`.execute(
    db,
  )
}

/** Inserts missing enrolments; one made meanwhile is kept. */
export async function insertNewRoles(db: Tx, people: PeopleQuery, batch: Batch) {
  const { municipality, actor, at } = batch
  await sql`
    with made as (
      insert into enrolment (${enrolmentColumns})
      select enrolment_id, ${owned(municipality)}, ${enrolmentValues(batch, null)}
      from ${withRecords(people)}
        join person on ${inScope('person')} and person.id = one.person_id
          and person.id = ${anyOf(people)}
      where not exists (select from enrolment
        where ${inScope('enrolment')} and enrolment.id = enrolment_id
        and enrolment.id = ${anyOf(people, 'enrolment_id')})
      on conflict (programme_id, person_id, role) do nothing
      returning id, state
    )
    insert into enrolment_transition (municipality, enrolment_id, to_state, actor, at)
    select ${owned(municipality)}, id, state, ${actor}, ${at}::timestamptz from made`.execute(db)
}
