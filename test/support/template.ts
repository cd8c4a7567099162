import { migrate } from '../../src/db/migrate.ts'
import type { Database } from '../../src/db/open.ts'

declare module 'vitest' {
  interface ProvidedContext {
    engine: 'postgres' | 'embedded'
    /** The address of PostgreSQL's maintenance database, and the database that test files copy. */
    maintenance: string
    template: string
    /** A file with the same database for the embedded engine. */
    embeddedTemplate: string
  }
}

/**
 * Migrates the one database that test files copy, and closes its connections: PostgreSQL copies
 * only a database without any.
 */
export async function makeTemplate(database: Database, keep = async () => {}): Promise<void> {
  try {
    await migrate(database.kysely)
    await keep()
  } finally {
    await database.close()
  }
}
