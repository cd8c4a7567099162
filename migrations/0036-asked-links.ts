import { type Kysely, sql } from 'kysely'

/** The link to one's own page opens in the browser that requested it, or with the word shown there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table link_request (
      id uuid primary key default uuidv7(),
      email text,
      browser_hash text not null,
      word_hash text not null,
      asked_at timestamptz not null
    )`.execute(db)
  await sql`comment on table link_request is 'A request for a link to one''s own page, stored for every address so that response time does not show whether it is known.'`.execute(
    db,
  )
  await sql`comment on column link_request.email is 'Null once the request is processed.'`.execute(
    db,
  )
  await sql`alter table link_request enable row level security`.execute(db)
  await sql`alter table link_request force row level security`.execute(db)
  await sql`create policy scope on link_request
    using (in_scope(null)) with check (in_scope(null))`.execute(db)
  await sql`alter table mailed_link
    add column browser_hash text,
    add column word_hash text,
    add column wrong_words integer not null default 0,
    add constraint mailed_link_bound_whole check ((browser_hash is null) = (word_hash is null))`.execute(
    db,
  )
  await sql`comment on column mailed_link.browser_hash is 'The browser that requested the link, if one did. Another browser must give the word shown there.'`.execute(
    db,
  )
}
