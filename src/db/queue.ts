import { type Kysely, sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Database } from './open.ts'
import type { DB } from './types.ts'

/**
 * Starts the job queue in the same database and sees that every named queue exists. Retries wait
 * longer each time, over two days, which outlasts the usual mail server's bad weekend hours.
 */
export async function openQueue(database: Database, queues: readonly string[]): Promise<PgBoss> {
  const boss = new PgBoss({ ...database.queue, max: 4 })
  // Without a listener a lost connection would end the process; pg-boss reconnects by itself.
  boss.on('error', () => {})
  await boss.start()
  for (const queue of queues)
    await boss.createQueue(queue, {
      retryLimit: 12,
      retryDelay: 60,
      retryBackoff: true,
      retryDelayMax: 8 * 3600,
      retentionSeconds: 60 * 86_400,
      deleteAfterSeconds: 7 * 86_400,
    })
  await allowApplication(database.kysely)
  return boss
}

/** Lets the application's role put jobs in; only once, since two instances granting at once collide. */
async function allowApplication(db: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{ allowed: boolean }>`
    select has_schema_privilege('makker_app', 'pgboss', 'usage') as allowed`.execute(db)
  if (rows[0]?.allowed) return
  await sql`grant usage on schema pgboss to makker_app`.execute(db)
  await sql`grant select, insert, update, delete on all tables in schema pgboss to makker_app`.execute(
    db,
  )
}
