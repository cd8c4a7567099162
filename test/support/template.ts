import { migrate } from '../../src/db/migrate.ts'
import type { Database } from '../../src/db/open.ts'
import { openQueue } from '../../src/db/queue.ts'
import { queues } from './queues.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The engine the tests run on. */
    engine: 'postgres' | 'embedded'
    /** The address of PostgreSQL's maintenance database, and the database every test file copies. */
    maintenance: string
    template: string
    /** A file with the same, for the embedded engine. */
    embeddedTemplate: string
  }
}

/**
 * Makes the one migrated database that every test file copies. It leaves no connection behind:
 * PostgreSQL copies only a database nobody is connected to.
 */
export async function makeTemplate(database: Database, keep = async () => {}): Promise<void> {
  try {
    await migrate(database.kysely)
    const boss = await openQueue(database, queues)
    await boss.stop({ graceful: false })
    await keep()
  } finally {
    await database.close()
  }
}
