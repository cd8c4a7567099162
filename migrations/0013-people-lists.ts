import { type Kysely, sql } from 'kysely'

/** Columns and indexes by which lists of people are searched, filtered and ordered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await fold(db)
  await terms(db)
  await order(db)
  await letters(db)
  await askOnce(db)
}

/**
 * Letters that Unicode does not decompose. The Arabic ones: alef maqsura, ta marbuta, alef wasla,
 * and the yeh, kaf and heh of Persian, Urdu and Kurdish.
 */
const alike = {
  ...{ æ: 'a', ø: 'o', œ: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', ß: 's', þ: 't' },
  ...{ '\u0649': '\u064a', '\u0629': '\u0647', '\u0671': '\u0627' },
  ...{ '\u06cc': '\u064a', '\u06a9': '\u0643', '\u06c1': '\u0647', '\u06d5': '\u0647' },
}

/** Normalises letters that are written in more than one way, without an extension. */
async function fold(db: Kysely<unknown>): Promise<void> {
  const [one, other] = [Object.keys(alike), Object.values(alike)]
  // Accents, Arabic vowel signs, the tatweel, apostrophes and characters without width.
  const nothing = String.raw`[\u0300-\u036f\u064b-\u065f\u0640\u0670\u00b4\u02bb\u02bc\u2018\u2019\u200b-\u200d''\`]`
  // Most text is ASCII, which needs no normalising.
  await sql`
    create function fold(written text) returns text language sql immutable parallel safe as $$
      select replace(replace(replace(
        case when octet_length(written) = length(written)
          then translate(lower(written collate "pg_c_utf8"), '''\`', '')
          else translate(
            regexp_replace(normalize(lower(written collate "pg_c_utf8"), nfkd),
              '${sql.raw(nothing)}', '', 'g'),
            '${sql.raw(one.join(''))}', '${sql.raw(other.join(''))}')
        end, 'aa', 'a'), 'ae', 'a'), 'oe', 'o')
    $$`.execute(db)
  await sql`comment on function fold is
    'Å, aa and a, ø, oe and o, the forms of the Arabic alef: all get one spelling. A prefix of a word folds to a prefix of the folded word.'`.execute(
    db,
  )
}

/**
 * A table, not a text index: under row-level security only leakproof comparisons may use an index,
 * and neither the text search operators nor `like` are leakproof.
 */
async function terms(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function person_terms(name text, email text, phone text) returns text[]
    language sql immutable parallel safe as $$
      select regexp_split_to_array(fold(name), '[-‐–_.,;:/()"[:space:]]+')
        || string_to_array(translate(substring(split_part(email, '@', 1), '[-_.+](.*)'), '-_.+', '    '), ' ')
        || fold(email)
        || case when phone ^@ '+45' then substr(phone, 4) else phone end
    $$`.execute(db)
  await sql`
    create table person_term (
      municipality text not null,
      term text collate "C" not null,
      person_id uuid not null,
      primary key (municipality, term, person_id)
    )`.execute(db)
  await sql`comment on table person_term is 'The search terms of a person: the folded words of name, e-mail and telephone number. Maintained by triggers on person; a foreign key would look up each term.'`.execute(
    db,
  )
  await sql`alter table person_term enable row level security`.execute(db)
  await sql`alter table person_term force row level security`.execute(db)
  await sql`create policy scope on person_term
    using (in_scope(municipality)) with check (in_scope(municipality))`.execute(db)
  await triggers(db)
  // Row-level security is forced, so even the owner of the table sees no rows without a scope.
  await sql`select set_config('app.municipality', '*', true)`.execute(db)
  await sql`insert into person_term (municipality, term, person_id)
    select distinct municipality, term, id from person, unnest(person_terms(name, email, phone)) as term
    where term <> ''`.execute(db)
  await sql`select set_config('app.municipality', '', true)`.execute(db)
}

/**
 * Triggers run once per statement, since an import writes a hundred thousand people. Terms to
 * delete are computed from the deleted row, so that no second index is needed.
 */
async function triggers(db: Kysely<unknown>): Promise<void> {
  const [add, remove] = ['fresh', 'stale'].map(
    (rows) => sql`
      select distinct municipality, term, id as person_id
      from ${sql.raw(rows)}, unnest(person_terms(name, email, phone)) as term where term <> ''`,
  )
  await sql`
    create function add_person_terms() returns trigger language plpgsql as $$
    begin
      insert into person_term (municipality, term, person_id) ${add};
      return null;
    end $$`.execute(db)
  await sql`
    create function remove_person_terms() returns trigger language plpgsql as $$
    begin
      delete from person_term using (${remove}) as gone
        where person_term.municipality = gone.municipality
          and person_term.term = gone.term and person_term.person_id = gone.person_id;
      return null;
    end $$`.execute(db)
  const when = {
    'after insert on person referencing new table as fresh': 'add',
    'after delete on person referencing old table as stale': 'remove',
  }
  for (const [event, what] of Object.entries(when))
    await sql`create trigger ${sql.raw(what)}_terms ${sql.raw(event)}
      for each statement execute function ${sql.raw(what)}_person_terms()`.execute(db)
  await renewal(db)
}

async function renewal(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function renew_person_terms() returns trigger language plpgsql as $$
    begin
      delete from person_term using (
        select stale.municipality, unnest(person_terms(stale.name, stale.email, stale.phone)) as term, id
        from stale join fresh using (id)
        where (fresh.municipality, fresh.name, fresh.email, fresh.phone)
          is distinct from (stale.municipality, stale.name, stale.email, stale.phone)) as gone
        where person_term.municipality = gone.municipality
          and person_term.term = gone.term and person_term.person_id = gone.id;
      insert into person_term (municipality, term, person_id)
        select distinct fresh.municipality, term, id
        from stale join fresh using (id),
          unnest(person_terms(fresh.name, fresh.email, fresh.phone)) as term
        where term <> '' and (fresh.municipality, fresh.name, fresh.email, fresh.phone)
          is distinct from (stale.municipality, stale.name, stale.email, stale.phone);
      return null;
    end $$`.execute(db)
  await sql`create trigger renew_terms after update on person
    referencing old table as stale new table as fresh
    for each statement execute function renew_person_terms()`.execute(db)
}

async function order(db: Kysely<unknown>): Promise<void> {
  // In ASCII, { | } stand after z in this order, as æ ø å do in Danish.
  await sql`
    create function order_name(written text) returns text language sql immutable parallel safe as $$
      select fold(translate(replace(lower(written collate "pg_c_utf8"), 'aa', 'å'), 'æäøöå', '{{||}'))
    $$`.execute(db)
  await sql`alter table person add column sort_name text collate "C"
    not null generated always as (order_name(name)) stored`.execute(db)
  await sql`comment on column person.sort_name is 'Orders by name as a Danish reader expects, whatever the database''s own language.'`.execute(
    db,
  )
  // Comparing enums is not leakproof, so under row-level security no index answers it.
  for (const column of ['role', 'state']) {
    const [type, name] = [sql.raw(`enrolment_${column}`), sql.raw(`${column}_key`)]
    await sql`create function ${type}_key(value ${type}) returns text
      language sql immutable parallel safe as $$ select value::text $$`.execute(db)
    await sql`alter table enrolment add column ${name} text collate "C"
      not null generated always as (${type}_key(${sql.raw(column)})) stored`.execute(db)
    await sql`comment on column ${sql.raw(`enrolment.${column}_key`)} is 'As text: under row-level security no index answers comparisons of enums.'`.execute(
      db,
    )
  }
  const indexes = [
    'enrolment (municipality, state_since, id)',
    'enrolment (municipality, created_at, id)',
    'enrolment (municipality, role_key, state_since, id)',
    'enrolment (municipality, role_key, state_key, state_since, id)',
    'person (municipality, sort_name, id)',
    'person (municipality, residence, id)',
    'person_language (municipality, tag, person_id)',
  ]
  for (const index of indexes) await sql`create index on ${sql.raw(index)}`.execute(db)
}

async function letters(db: Kysely<unknown>): Promise<void> {
  await sql`create type letter_kind as enum ('welcome', 'offer', 'meeting')`.execute(db)
  await sql`
    create table letter (
      id uuid primary key default uuidv7(),
      municipality text not null,
      person_id uuid not null,
      kind letter_kind not null,
      subject_id uuid not null,
      locale text not null,
      print_id uuid not null,
      printed_at timestamptz not null,
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on table letter is 'Which letters were printed for which person, so that each is printed once. The text is not stored but composed again.'`.execute(
    db,
  )
  await sql`comment on column letter.subject_id is 'The enrolment, the proposal or the meeting that the letter is about.'`.execute(
    db,
  )
  await sql`comment on column letter.print_id is 'Letters that were printed together.'`.execute(db)
  await sql`create index letter_by_print on letter (print_id)`.execute(db)
  await sql`alter table proposal
    add column mentor_answer_channel channel, add column mentee_answer_channel channel`.execute(db)
  await sql`comment on column proposal.mentor_answer_channel is 'How the answer was given when a coordinator recorded it; null when the mentor answered by the link.'`.execute(
    db,
  )
  await sql`alter table programme add column phone text`.execute(db)
  await sql`comment on column programme.phone is 'The number printed in letters.'`.execute(db)
  await sql`create index letter_by_person on letter (person_id, kind, subject_id)`.execute(db)
  await sql`alter table letter enable row level security`.execute(db)
  await sql`alter table letter force row level security`.execute(db)
  await sql`create policy scope on letter
    using (in_scope(municipality)) with check (in_scope(municipality))`.execute(db)
}

/**
 * The same rule, evaluated once per statement instead of once per row. The planner can also
 * estimate its selectivity; with a function it sorted the whole table for a first page.
 */
async function askOnce(db: Kysely<unknown>): Promise<void> {
  const scope = sql`(select current_setting('app.municipality', true))`
  const rule = sql`(municipality = ${scope} or ${scope} = '*')`
  for (const table of ['person', 'person_term', 'person_language', 'enrolment'])
    await sql`alter policy scope on ${sql.table(table)} using ${rule} with check ${rule}`.execute(
      db,
    )
}
