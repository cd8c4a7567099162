import { promises as fs } from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import { readConfig } from '../config.ts'
import { endWithRefusal } from '../refusals.ts'
import { openDatabase } from './open.ts'

/** Applies the pending `migrations/` in order; throws on the first failure. */
export async function migrate<DB>(db: Kysely<DB>): Promise<string[]> {
  const migrator = new Migrator({
    db: db.withoutPlugins(),
    provider: new FileMigrationProvider({
      fs,
      path,
      migrationFolder: path.join(import.meta.dirname, '../../migrations'),
    }),
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.map((result) => result.migrationName)
}

if (import.meta.main) await endWithRefusal(migrateConfigured)

async function migrateConfigured(): Promise<void> {
  const database = await openDatabase(readConfig().databaseUrl)
  try {
    const applied = await migrate(database.kysely)
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'Nothing to apply')
  } finally {
    await database.close()
  }
}
