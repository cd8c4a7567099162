import { migrate } from '../src/db/migrate.ts'
import { openPostgres } from '../src/db/open.ts'
import { asSuperuser, createDatabase, startPostgres } from '../test/support/postgres.ts'

/**
 * A temporary PostgreSQL with the product's schema: `database` with the product's role, and `keeper` as
 * superuser, without row-level security.
 */
export async function openScratch({ connections }: { connections?: number } = {}) {
  const server = await startPostgres()
  const address = await createDatabase(server.maintenance)
  const database = openPostgres(address, connections)
  await migrate(database.kysely)
  const keeper = openPostgres(asSuperuser(address), 1)
  return {
    address,
    database,
    keeper,
    close: async () => {
      await Promise.all([database.close(), keeper.close()])
      await server.stop()
    },
  }
}
