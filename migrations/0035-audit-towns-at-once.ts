import { type Kysely, sql } from 'kysely'

/**
 * A page of people writes fifty lines of the record, an import a hundred thousand. A foreign key asks
 * for each line whether there is such a municipality, and locks its row against all others who write.
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
  await sql`comment on function refuse_unknown_towns is 'Asks once for all rows of a statement what a foreign key asks for each. No municipality is ever deleted.'`.execute(
    db,
  )
  await sql`create trigger known_towns after insert on audit_entry
    referencing new table as fresh
    for each statement execute function refuse_unknown_towns()`.execute(db)
}
