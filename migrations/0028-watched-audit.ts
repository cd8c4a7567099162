import { type Kysely, sql } from 'kysely'

/** An index for reading the audit log by day, and chaining of a large import's entries in batches. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_entry_by_time on audit_entry (municipality, at)`.execute(db)
  await sql`drop function seal_audit()`.execute(db)
  await sql`
    create function seal_audit(most bigint) returns bigint language plpgsql as $$
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
        exit when done >= most;
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
          order by waiting.id limit most - done loop
          place := place + 1;
          previous := audit_hash(previous, entry);
          insert into audit_link values (town, place, entry.id, previous);
          done := done + 1;
        end loop;
      end loop;
      return done;
    end $$`.execute(db)
  await sql`comment on function seal_audit(bigint) is 'Chains committed entries, at most the given number, and returns how many.'`.execute(
    db,
  )
}
