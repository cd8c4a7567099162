import { type Kysely, sql } from 'kysely'

/** A page of the list of people also writes to the audit log: neither evaluates the rule row by row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const scope = sql`(select current_setting('app.municipality', true))`
  const rule = sql`(municipality = ${scope} or ${scope} = '*')`
  await sql`alter policy scope on audit_entry using ${rule} with check ${rule}`.execute(db)
  // Includes the column of the rule about erased people, so that counts use the index only.
  await sql`create index enrolment_by_role_and_state
    on enrolment (municipality, role_key, state_key, state_since, id) include (nameless)`.execute(
    db,
  )
  await sql`drop index enrolment_municipality_role_key_state_key_state_since_id_idx`.execute(db)
}
