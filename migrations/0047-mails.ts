import { type Kysely, sql } from 'kysely'

/** What a programme adds to its mails, and the mails that people do not want. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await nameContact(db)
  await keepTexts(db)
  await keepUnsubscriptions(db)
  // A mail may carry the files of several appointments.
  await sql`select set_config('app.municipality', '*', true)`.execute(db)
  await sql`update mail set content = (content - 'calendar') || jsonb_build_object('calendars',
      case when content ? 'calendar' then jsonb_build_array(content -> 'calendar') else '[]' end)
    where content is not null and not content ? 'calendars'`.execute(db)
  await sql`select set_config('app.municipality', '', true)`.execute(db)
}

async function nameContact(db: Kysely<unknown>): Promise<void> {
  await sql`alter table programme
    add column contact_name text,
    add column phone_hours jsonb not null default '[]',
    add column mailbox text`.execute(db)
  const comments = {
    contact_name: 'Whom mails say to call.',
    phone_hours: 'When somebody answers the telephone: day (1 is Monday), from and to, local time.',
    mailbox:
      'Where replies to its mails go, and the organizer of its appointments. Mails leave from the address of the server.',
  }
  for (const [column, comment] of Object.entries(comments))
    await sql`comment on column programme.${sql.ref(column)} is ${sql.lit(comment)}`.execute(db)
}

async function keepTexts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail_text (
      municipality text not null,
      programme_id uuid not null,
      kind text not null,
      locale text not null,
      text text not null check (length(text) between 1 and 500),
      changed_at timestamptz not null,
      changed_by text not null,
      primary key (programme_id, kind, locale),
      foreign key (municipality, programme_id) references programme (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on table mail_text is 'A paragraph that a programme adds to its mails of one kind, in one language.'`.execute(
    db,
  )
  await scope(db, 'mail_text')
}

async function keepUnsubscriptions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table unsubscription (
      id uuid primary key default uuidv7(),
      municipality text not null,
      person_id uuid,
      account_id uuid references account (id) on delete cascade,
      kind text not null,
      unsubscribed_at timestamptz not null,
      unique nulls not distinct (person_id, account_id, kind),
      check ((person_id is null) <> (account_id is null)),
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on table unsubscription is 'Kinds of mail that somebody does not want. Without a row they want them.'`.execute(
    db,
  )
  await sql`create index unsubscription_by_account on unsubscription (account_id)`.execute(db)
  await scope(db, 'unsubscription')
  await sql`alter type link_purpose add value 'unsubscribe'`.execute(db)
  await sql`alter table mailed_link add column mail_kind text`.execute(db)
  await sql`comment on column mailed_link.mail_kind is 'The kind of mail that the link unsubscribes from.'`.execute(
    db,
  )
}

async function scope(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`alter table ${sql.ref(table)} enable row level security`.execute(db)
  await sql`alter table ${sql.ref(table)} force row level security`.execute(db)
  await sql`create policy scope on ${sql.ref(table)}
    using (in_scope(municipality)) with check (in_scope(municipality))`.execute(db)
}
