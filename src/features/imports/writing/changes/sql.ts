import { type RawBuilder, sql, type Transaction } from 'kysely'
import { inScope, owned } from '../../../../db/scope/in-scope.ts'
import type { DB } from '../../../../db/types.ts'
import { days, free, withRecords, skills, anyOf, wanted, type PeopleQuery } from '../sql.ts'

type Tx = Transaction<DB>

// Bulk changes of registered people.

/** The new value of each column, or the old one where the record has none; in the order of comparison. */
const personChanges = {
  name: sql`said.name`,
  // A confirmed address is changed only by the person; see profile/change-address.ts.
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

/** A wish is replaced whole: a new lower age removes the old upper age. */
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

/** The numbers of records with new values; a new enrolment counts as new. */
export async function listChanged(db: Tx, people: PeopleQuery): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select one.number from ${withRecords(people)}
      join person on ${inScope('person')} and person.id = one.person_id
        and person.id = ${anyOf(people)}
      left join enrolment on ${inScope('enrolment')} and enrolment.id = one.enrolment_id
        and enrolment.id = ${anyOf(people, 'enrolment_id')}
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

export async function updatePersonRows(db: Tx, people: PeopleQuery) {
  await sql`update person set ${assignments(personChanges)}, version = person.version + 1
    from ${withRecords(people)} where ${inScope('person')} and person.id = one.person_id
      and person.id = ${anyOf(people)}`.execute(db)
}

export async function updateEnrolmentRows(db: Tx, people: PeopleQuery) {
  await sql`update enrolment set ${assignments(enrolmentChanges)}
    from ${withRecords(people)} where ${inScope('enrolment')} and enrolment.id = enrolment_id
      and enrolment.id = ${anyOf(people, 'enrolment_id')}`.execute(db)
}

/** Skills of a language that stays are kept unless the record has them. */
export async function replaceLanguages(db: Tx, people: PeopleQuery, municipality: string) {
  await sql`
    delete from person_language using ${withRecords(people)}
    where ${inScope('person_language')} and person_language.person_id = one.person_id
      and person_language.person_id = ${anyOf(people)}
      and not languages @> jsonb_build_array(jsonb_build_object('tag', tag))`.execute(db)
  await sql`
    insert into person_language (municipality, person_id, tag, level, reads, writes, can_interpret)
    select ${owned(municipality)}, one.person_id, skill.tag, skill.level,
      coalesce(skill.reads, kept.reads, false), coalesce(skill.writes, kept.writes, false),
      coalesce("canInterpret", kept.can_interpret, false)
    from ${withRecords(people)} join person on ${inScope('person')} and person.id = one.person_id
      and person.id = ${anyOf(people)}
      cross join lateral ${skills}
      left join person_language as kept on ${inScope('kept')} and kept.person_id = one.person_id
        and kept.tag = skill.tag and kept.person_id = ${anyOf(people)}
    on conflict (person_id, tag) do update set level = excluded.level, reads = excluded.reads,
      writes = excluded.writes, can_interpret = excluded.can_interpret
      where ${inScope('person_language')}`.execute(db)
}

export async function replaceTopics(db: Tx, people: PeopleQuery, municipality: string) {
  await sql`
    delete from enrolment_topic using ${withRecords(people)}
    where ${inScope('enrolment_topic')} and enrolment_topic.enrolment_id = one.enrolment_id
      and enrolment_topic.enrolment_id = ${anyOf(people, 'enrolment_id')}
      and not topics @> jsonb_build_array(jsonb_build_object('topic', topic))`.execute(db)
  await sql`
    insert into enrolment_topic (municipality, enrolment_id, topic, importance)
    select ${owned(municipality)}, enrolment_id, wanted.topic, coalesce(wanted.importance, 2)
    from ${withRecords(people)} join enrolment on ${inScope('enrolment')}
      and enrolment.id = enrolment_id and enrolment.id = ${anyOf(people, 'enrolment_id')}
      cross join lateral ${wanted}
    on conflict (enrolment_id, topic) do update set importance = excluded.importance
      where ${inScope('enrolment_topic')}`.execute(db)
}

export async function replaceHours(db: Tx, people: PeopleQuery, municipality: string) {
  await sql`
    delete from availability using ${withRecords(people)}
    where ${inScope('availability')} and availability.person_id = one.person_id and availability.person_id = ${anyOf(people)}
      and hours is not null`.execute(db)
  await sql`
    insert into availability (municipality, person_id, day, starts, ends)
    select ${owned(municipality)}, person_id, day, free."from", free."to"
    from ${withRecords(people)} join person on ${inScope('person')} and person.id = one.person_id
      and person.id = ${anyOf(people)}
      cross join lateral ${free}`.execute(db)
}

export async function replaceAway(db: Tx, people: PeopleQuery, municipality: string) {
  await sql`
    delete from availability_exception using ${withRecords(people)}
    where ${inScope('availability_exception')}
      and availability_exception.person_id = one.person_id
      and availability_exception.person_id = ${anyOf(people)} and away is not null`.execute(db)
  await sql`
    insert into availability_exception (municipality, person_id, starts_on, ends_before)
    select ${owned(municipality)}, person_id, days."from", days."to" + 1
    from ${withRecords(people)} join person on ${inScope('person')} and person.id = one.person_id
      and person.id = ${anyOf(people)}
      cross join lateral ${days}`.execute(db)
}
