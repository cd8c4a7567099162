import { type Kysely, sql, type Transaction } from 'kysely'
import { Refusal } from '../refusals.ts'

/** Thrown when row-level security does not protect the database. Its message says what to mend. */
class UnguardedDatabase extends Refusal {}

/**
 * Refuses to start on a database whose row-level security does not separate municipalities: the
 * product would work, and show everybody everything.
 */
export async function checkRules<DB>(db: Kysely<DB>): Promise<void> {
  const faults = await db.transaction().execute(findFaults)
  if (faults.length > 0)
    throw new UnguardedDatabase(`The database is not safe: ${faults.join('; ')}`)
}

/**
 * What is wrong with the role that transactions use, and with row-level security on tables that
 * have a municipality. Asked as that role: what applies to an owner need not apply to it.
 */
export async function findFaults<DB>(db: Transaction<DB>): Promise<string[]> {
  await sql`select set_config('role', 'makker_app', true)`.execute(db)
  const { rows: roles } = await sql<{ fault: string }>`
    select 'the role makker_app bypasses row-level security' as fault
    from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)`.execute(db)
  const { rows: tables } = await sql<{ fault: string }>`
    select format('row-level security is not forced on the table %I', relname) as fault
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and exists (select from pg_attribute
        where attrelid = pg_class.oid and attname = 'municipality' and not attisdropped)
      and not (relforcerowsecurity and row_security_active(pg_class.oid))
    order by relname`.execute(db)
  return [...roles, ...tables].map(({ fault }) => fault)
}
