import { type Kysely, sql, type Transaction } from 'kysely'
import { Refusal } from '../refusals.ts'

/** Thrown when the database would show rows to whoever asks. Its message says what to mend. */
export class UnguardedDatabase extends Refusal {}

/**
 * Makes sure, before anybody is let in, that the database keeps municipalities apart by itself.
 * Refuses one that does not: the product would work, and show everybody everything.
 */
export async function checkRules<DB>(db: Kysely<DB>): Promise<void> {
  const faults = await db.transaction().execute(findFaults)
  if (faults.length > 0)
    throw new UnguardedDatabase(`The database is not safe: ${faults.join('; ')}`)
}

/**
 * What is wrong with the role that transactions take, and with the rules of every table that says
 * whose its rows are. Asked as that role, since what binds an owner need not bind it.
 */
export async function findFaults<DB>(db: Transaction<DB>): Promise<string[]> {
  await sql`select set_config('role', 'makker_app', true)`.execute(db)
  const { rows: roles } = await sql<{ fault: string }>`
    select 'the role makker_app passes row-level security' as fault
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
