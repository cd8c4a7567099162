import { type Kysely, sql } from 'kysely'

/** Consents and withdrawals, erasure that keeps the statistics, and a tamper-evident audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function text_hash(given text) returns text language sql immutable as $$
    select encode(sha256(convert_to(given, 'UTF8')), 'hex') $$`.execute(db)
  await keepConsents(db)
  await nameless(db)
  await chainAudit(db)
  for (const table of [
    'consent_withdrawal',
    'erasure_request',
    'erasure',
    'audit_link',
    'audit_checkpoint',
  ])
    for (const statement of scoped(table)) await sql.raw(statement).execute(db)
  await sql`revoke update, delete, truncate on consent, consent_withdrawal, audit_link from makker_app`.execute(
    db,
  )
  await sql`revoke insert, update, delete, truncate on audit_checkpoint from makker_app`.execute(db)
}

/** Rows are added and never changed: a withdrawal is a row of its own. */
async function keepConsents(db: Kysely<unknown>): Promise<void> {
  await sql`create type consent_way as enum ('form', 'self-service', 'in-person')`.execute(db)
  await sql`
    create table consent_withdrawal (
      consent_id uuid primary key references consent (id) on delete cascade,
      municipality text not null,
      person_id uuid not null,
      way consent_way not null,
      actor text not null,
      at timestamptz not null,
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  await sql`create index consent_withdrawal_by_person on consent_withdrawal (person_id)`.execute(db)
  await sql`insert into consent_withdrawal (consent_id, municipality, person_id, way, actor, at)
    select id, municipality, person_id, 'in-person', 'system', withdrawn_at
    from consent where withdrawn_at is not null`.execute(db)
  await sql`alter table consent
    drop column withdrawn_at,
    add column hash text not null default '',
    add column way consent_way not null default 'form',
    add column actor text not null default 'public'`.execute(db)
  await sql`update consent set hash = text_hash(text)`.execute(db)
  await sql`
    create function hash_consent() returns trigger language plpgsql as $$ begin
      new.hash := text_hash(new.text);
      return new;
    end $$`.execute(db)
  await sql`create trigger hash before insert on consent
    for each row execute function hash_consent()`.execute(db)
  await sql`comment on column consent.hash is 'SHA-256 of the text: identifies the exact wording.'`.execute(
    db,
  )
  await sql`create index consent_by_hash on consent (hash)`.execute(db)
}

/**
 * An erased person leaves a row without name, contact or old id, visible to the statistics only: a
 * query elsewhere that lacks a filter must not show it.
 */
async function nameless(db: Kysely<unknown>): Promise<void> {
  for (const table of ['person', 'enrolment']) {
    await sql
      .raw(`alter table ${table} add column nameless boolean not null default false`)
      .execute(db)
    await sql
      .raw(
        `create policy nameless on ${table} as restrictive
          using (not nameless or current_setting('app.nameless', true) = 'on')`,
      )
      .execute(db)
  }
  await sql`comment on column person.nameless is 'What is left of an erased person for the statistics; seen only where app.nameless is on.'`.execute(
    db,
  )
  await sql`
    create table erasure_request (
      person_id uuid primary key,
      municipality text not null,
      asked_at timestamptz not null,
      foreign key (municipality, person_id) references person (municipality, id) on delete cascade
    )`.execute(db)
  await sql`comment on table erasure_request is 'A person asked to be erased; a coordinator has to do it.'`.execute(
    db,
  )
  await sql`
    create table erasure (
      hash text primary key,
      municipality text not null references municipality (code),
      at timestamptz not null
    )`.execute(db)
  await sql`comment on table erasure is 'SHA-256 of erased ids: repeating an erasure gets the same answer, and it can be replayed on a restored backup.'`.execute(
    db,
  )
}

/**
 * Each entry has a salted commitment to actor and person. A later job chains the committed entries
 * of a municipality, so that writers do not wait for each other. Erasing removes salt and ids; the
 * commitment stays, and with it the chain.
 */
async function chainAudit(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_entry
    add column salt uuid,
    add column commitment text`.execute(db)
  await sql`create function audit_commitment(entry audit_entry) returns text language sql immutable as $$
    select text_hash(concat_ws('|', entry.salt, entry.actor, coalesce(entry.person_id::text, '-'),
      coalesce(entry.subject_id::text, '-'))) $$`.execute(db)
  await sql`create function audit_hash(previous text, entry audit_entry) returns text language sql immutable as $$
    select text_hash(concat_ws('|', previous, entry.id, entry.municipality,
      extract(epoch from entry.at)::text, entry.action, entry.commitment)) $$`.execute(db)
  await sql`update audit_entry set salt = gen_random_uuid()`.execute(db)
  await sql`update audit_entry as entry set commitment = audit_commitment(entry)`.execute(db)
  await sql`alter table audit_entry
    alter column commitment set not null, alter column commitment set default ''`.execute(db)
  await sql`comment on column audit_entry.salt is 'Null once the person is erased, so that the commitment cannot be traced to them.'`.execute(
    db,
  )
  await sql`create index audit_entry_by_actor on audit_entry (municipality, actor, id)`.execute(db)
  await sql`
    create function commit_audit_entry() returns trigger language plpgsql as $$ begin
      new.salt := gen_random_uuid();
      new.commitment := audit_commitment(new);
      return new;
    end $$`.execute(db)
  await sql`create trigger commit before insert on audit_entry
    for each row execute function commit_audit_entry()`.execute(db)
  await sql`
    create table audit_link (
      municipality text not null,
      position bigint not null,
      entry_id uuid not null,
      hash text not null,
      primary key (municipality, position),
      unique (municipality, entry_id)
    )`.execute(db)
  await sql`comment on table audit_link is 'The chain over the entries of a municipality; each hash covers the one before and the entry.'`.execute(
    db,
  )
  await sql`
    create table audit_checkpoint (
      municipality text primary key,
      position bigint not null,
      hash text not null
    )`.execute(db)
  await sql`comment on table audit_checkpoint is 'Where the chain begins after retention deleted older entries.'`.execute(
    db,
  )
  await guard(db, 'audit_entry')
  await guard(db, 'audit_link')
  await ownerPaths(db)
}

/** Refuses changes by the owner too, except through the two functions below, which keep the chain. */
async function guard(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`
    create or replace function refuse_audit_change() returns trigger language plpgsql as $$ begin
      if current_setting('app.audit_keeper', true) = 'on' then
        return case tg_op when 'DELETE' then old else new end;
      end if;
      raise exception 'The record is written once and never changed' using errcode = '42501';
    end $$`.execute(db)
  await sql
    .raw(
      `create trigger never_changed before update or delete on ${table}
        for each row execute function refuse_audit_change()`,
    )
    .execute(db)
  await sql
    .raw(
      `create trigger never_emptied before truncate on ${table}
        for each statement execute function refuse_audit_change()`,
    )
    .execute(db)
}

async function ownerPaths(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function seal_audit() returns bigint language plpgsql as $$
    declare
      town text;
      entry audit_entry;
      previous text;
      place bigint;
      latest uuid;
      done bigint := 0;
    begin
      for town in select code from municipality
        where exists (select from audit_entry where audit_entry.municipality = code) order by code loop
        -- Two sealers at once would give one position twice.
        perform pg_advisory_xact_lock(hashtextextended('audit ' || town, 0));
        select position, hash into place, previous from (
          select position, hash from audit_link where municipality = town
          union all select position, hash from audit_checkpoint where municipality = town) as ends
          order by position desc limit 1;
        place := coalesce(place, 0);
        previous := coalesce(previous, '');
        select entry_id into latest from audit_link where municipality = town
          order by entry_id desc limit 1;
        -- An hour back: whoever committed late has an id from when they began.
        for entry in select * from audit_entry as waiting where waiting.municipality = town
          and (latest is null or waiting.id >
            uuidv7(uuid_extract_timestamp(latest) - interval '1 hour' - clock_timestamp()))
          and not exists (select from audit_link
            where audit_link.municipality = town and entry_id = waiting.id)
          order by waiting.id loop
          place := place + 1;
          previous := audit_hash(previous, entry);
          insert into audit_link values (town, place, entry.id, previous);
          done := done + 1;
        end loop;
      end loop;
      return done;
    end $$`.execute(db)
  await sql`
    create function shred_audit(ids uuid[], actors text[]) returns void
    language plpgsql security definer set search_path = public as $$ begin
      perform set_config('app.audit_keeper', 'on', true);
      update audit_entry set salt = null,
        person_id = case when person_id = any (ids) then null else person_id end,
        subject_id = case when subject_id = any (ids) or person_id = any (ids) then null else subject_id end,
        actor = case when actor = any (actors) then 'person' else actor end
      where person_id = any (ids) or subject_id = any (ids) or actor = any (actors);
      perform set_config('app.audit_keeper', '', true);
    end $$`.execute(db)
  await sql`
    create function forget_audit(before timestamptz) returns bigint
    language plpgsql security definer set search_path = public as $$
    declare
      town text;
      last bigint;
      gone bigint;
      total bigint := 0;
    begin
      perform set_config('app.audit_keeper', 'on', true);
      for town in select distinct municipality from audit_link loop
        -- From the beginning of the chain only: a hole in the middle would look like tampering.
        select coalesce(
          (select min(link.position) - 1 from audit_link link
            join audit_entry entry on entry.id = link.entry_id
            where link.municipality = town and entry.at >= before),
          (select max(position) from audit_link where municipality = town)) into last;
        insert into audit_checkpoint (municipality, position, hash)
          select municipality, position, hash from audit_link
          where municipality = town and position = last
          on conflict (municipality) do update set position = excluded.position, hash = excluded.hash;
        delete from audit_entry using audit_link link
          where link.municipality = town and link.position <= last and audit_entry.id = link.entry_id;
        get diagnostics gone = row_count;
        total := total + gone;
        delete from audit_link where municipality = town and position <= last;
      end loop;
      perform set_config('app.audit_keeper', '', true);
      return total;
    end $$`.execute(db)
  for (const name of ['shred_audit(uuid[], text[])', 'forget_audit(timestamptz)']) {
    await sql.raw(`revoke execute on function ${name} from public`).execute(db)
    await sql.raw(`grant execute on function ${name} to makker_app`).execute(db)
  }
}

function scoped(table: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy scope on ${table} using (in_scope(municipality)) with check (in_scope(municipality))`,
  ]
}
