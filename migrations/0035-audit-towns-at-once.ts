import { type Kysely, sql } from 'kysely'

/**
 * A page of people writes fifty entries of the audit log, an import a hundred thousand. A foreign
 * key would look the municipality up for each entry and lock its row against other writers; the
 * trigger looks it up once per statement.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_entry drop constraint audit_entry_municipality_fkey`.execute(db)
  await sql`
    create function refuse_unknown_towns() returns trigger language plpgsql as $$
    begin
      if exists (select from fresh where municipality not in (select code from municipality)) then
        raise foreign_key_violation using message = 'no such municipality';
      end if;
      return null;
    end $$`.execute(db)
  await sql`comment on function refuse_unknown_towns is 'Checks all rows of a statement at once, where a foreign key checks each. Municipalities are never deleted.'`.execute(
    db,
  )
  await sql`create trigger known_towns after insert on audit_entry
    referencing new table as fresh
    for each statement execute function refuse_unknown_towns()`.execute(db)
}
