import { type Kysely, sql } from 'kysely'

/**
 * The people of a file become visible together, on both engines: they are written in short
 * transactions, and hidden until one row releases them all.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table spreadsheet
    drop column has_taken_over,
    add column hides_people boolean not null default false,
    add column taken_through integer not null default 0,
    add column looked_at timestamptz`.execute(db)
  await sql`comment on column spreadsheet.hides_people is 'Hides its people from the first write until all are imported or cleared away.'`.execute(
    db,
  )
  await sql`comment on column spreadsheet.taken_through is 'The cursor: the last row whose person is written.'`.execute(
    db,
  )
  await sql`comment on column spreadsheet.looked_at is 'When the rows were last compared with registered people; later registrations are not compared yet.'`.execute(
    db,
  )
  await sql`create index spreadsheet_hiding on spreadsheet (id) where hides_people`.execute(db)
  await sql`alter table spreadsheet_row
    drop column is_imported,
    add column changes boolean not null default false`.execute(db)
  await sql`comment on column spreadsheet_row.changes is 'The person is registered, and the row has other values.'`.execute(
    db,
  )
  await hide(db)
  await guard(db)
  await terms(db)
  await learn(db)
}

/** Tables that are read without a join to the person: each row has the id of its file. */
async function hide(db: Kysely<unknown>): Promise<void> {
  for (const table of ['person', 'enrolment', 'enrolment_transition', 'consent']) {
    await sql`alter table ${sql.table(table)} add column spreadsheet_id uuid`.execute(db)
    await sql`create policy arrived on ${sql.table(table)} as restrictive using (
      spreadsheet_id is null
      or spreadsheet_id not in (select id from spreadsheet where hides_people)
      or current_setting('app.arriving', true) = 'on')`.execute(db)
  }
  await sql`comment on column person.spreadsheet_id is 'The file that the row was imported from, which may be deleted since. The row is hidden while that file hides its people, unless app.arriving is on.'`.execute(
    db,
  )
}

/** Refuses to delete a file that hides its people: that would show a part of them. */
async function guard(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_to_reveal() returns trigger language plpgsql as $$ begin
      raise exception 'People of this file are still hidden' using errcode = '23503';
    end $$`.execute(db)
  await sql`create trigger hides_people before delete on spreadsheet
    for each row when (old.hides_people) execute function refuse_to_reveal()`.execute(db)
}

/**
 * The same terms as before in half the time: Danish text is folded without decomposing letters, and
 * words are split at single characters instead of by an expression.
 */
async function terms(db: Kysely<unknown>): Promise<void> {
  const alike = {
    ...{ æ: 'a', ø: 'o', œ: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', ß: 's', þ: 't' },
    ...{ '\u0649': '\u064a', '\u0629': '\u0647', '\u0671': '\u0627' },
    ...{ '\u06cc': '\u064a', '\u06a9': '\u0643', '\u06c1': '\u0647', '\u06d5': '\u0647' },
  }
  const [one, other] = [Object.keys(alike), Object.values(alike)]
  const nothing = String.raw`[\u0300-\u036f\u064b-\u065f\u0640\u0670\u00b4\u02bb\u02bc\u2018\u2019\u200b-\u200d''\`]`
  const lower = sql`translate(lower(written collate "pg_c_utf8"), 'æøåäöü''\`', 'aoaaou')`
  await sql`
    create or replace function fold(written text) returns text
    language sql immutable parallel safe as $$
      select replace(replace(replace(
        case when octet_length(${lower}) = length(${lower}) then ${lower}
          else translate(
            regexp_replace(normalize(lower(written collate "pg_c_utf8"), nfkd),
              '${sql.raw(nothing)}', '', 'g'),
            '${sql.raw(one.join(''))}', '${sql.raw(other.join(''))}')
        end, 'aa', 'a'), 'ae', 'a'), 'oe', 'o')
    $$`.execute(db)
  const between = '-\u2010\u2013_.,;:/()"\t\n\r\u00a0\u2003\u2009\u202f\u3000'
  await sql`
    create or replace function person_terms(name text, email text, phone text) returns text[]
    language sql immutable parallel safe as $$
      select string_to_array(translate(fold(name), '${sql.raw(between)}', repeat(' ', ${sql.lit(between.length)})), ' ')
        || string_to_array(translate(substring(split_part(email, '@', 1), '[-_.+](.*)'), '-_.+', '    '), ' ')
        || fold(email)
        || case when phone ^@ '+45' then substr(phone, 4) else phone end
    $$`.execute(db)
}

/**
 * After a large import the planner's statistics are out of date; the embedded engine has no
 * autovacuum to update them.
 */
async function learn(db: Kysely<unknown>): Promise<void> {
  const tables = [
    ...['person', 'person_term', 'person_language', 'availability', 'availability_exception'],
    ...['enrolment', 'enrolment_topic', 'enrolment_transition', 'consent'],
  ]
  for (const table of tables)
    await sql`grant maintain on ${sql.table(table)} to makker_app`.execute(db)
}
