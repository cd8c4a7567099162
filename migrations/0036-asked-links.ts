import { type Kysely, sql } from 'kysely'

/** The link to one's own page opens in the browser that asked for it, or with the word shown there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table link_request (
      id uuid primary key default uuidv7(),
      email text,
      browser_hash text not null,
      word_hash text not null,
      asked_at timestamptz not null
    )`.execute(db)
  await sql`comment on table link_request is 'Somebody asked for a link to their own page. Written whoever asks, so that nothing shows whether the address is known.'`.execute(
    db,
  )
  await sql`comment on column link_request.email is 'Until it has been looked up, a moment later; then null.'`.execute(
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
  await sql`comment on column mailed_link.browser_hash is 'Of the browser that asked for the link; null where none did. Another one must give the word that was shown there.'`.execute(
    db,
  )
}
