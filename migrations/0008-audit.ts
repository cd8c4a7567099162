import { type Kysely, sql } from 'kysely'

/** The audit log: who changed or viewed whose data. Rows are never changed, not even by the product. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_entry (
      id uuid primary key default uuidv7(),
      municipality text not null references municipality (code),
      at timestamptz not null,
      actor text not null,
      action text not null,
      person_id uuid,
      subject_id uuid
    )`.execute(db)
  await sql`comment on column audit_entry.actor is 'staff:<id>, person:<id>, client:<id>, public or system; never a name.'`.execute(
    db,
  )
  await sql`comment on column audit_entry.person_id is 'The person it concerns. No foreign key: the entry outlives the row of the person.'`.execute(
    db,
  )
  await sql`comment on column audit_entry.subject_id is 'What was changed or read, when it is not the person: an enrolment, a proposal, a file.'`.execute(
    db,
  )
  await sql`create index audit_entry_by_municipality on audit_entry (municipality, id)`.execute(db)
  await sql`create index audit_entry_by_person on audit_entry (person_id, id)`.execute(db)
  await sql`revoke update, delete, truncate on audit_entry from makker_app`.execute(db)
  await sql`alter table audit_entry enable row level security`.execute(db)
  await sql`alter table audit_entry force row level security`.execute(db)
  await sql`create policy scope on audit_entry
    using (in_scope(municipality)) with check (in_scope(municipality))`.execute(db)
}
