import { promises as fs, openAsBlob } from 'node:fs'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import { afterAll, beforeAll, inject } from 'vitest'
import { createEngine } from '../../src/db/embedded-template.ts'
import { type Database, openEmbedded, openPostgres } from '../../src/db/open.ts'
import type { DB } from '../../src/db/types.ts'
import { createDatabase, dropDatabase } from './postgres.ts'

/** A database without tables, with an owner who is no superuser on PostgreSQL, for the tests of one file. */
export function useUnmigrated() {
  let database: Database
  let address: string | undefined
  beforeAll(async () => {
    if (inject('engine') === 'embedded') {
      // An emptied copy of the template: creating an embedded database takes ten times as long.
      const engine = await createEngine({
        loadDataDir: await openAsBlob(inject('embeddedTemplate')),
      })
      await engine.exec('drop schema public cascade; create schema public')
      database = openEmbedded(engine)
    } else {
      address = await createDatabase(inject('maintenance'))
      database = openPostgres(address, 2)
    }
  })
  afterAll(async () => {
    await database?.close()
    if (address) await dropDatabase(inject('maintenance'), address)
  })
  const inScopeOfAll = <Result>(work: (db: Kysely<DB>) => Promise<Result>) =>
    database.kysely
      .withoutPlugins()
      .transaction()
      .execute(async (db) => {
        await sql`select set_config('app.municipality', '*', true)`.execute(db)
        return work(db)
      })
  const migrator = () =>
    new Migrator({
      db: database.kysely.withoutPlugins(),
      provider: new FileMigrationProvider({
        fs,
        path,
        migrationFolder: path.join(import.meta.dirname, '../../migrations'),
      }),
    })
  return {
    /** Migrates up to this one, as a release did that ended with it. */
    migrateTo: async (name: string) => {
      const { error } = await migrator().migrateTo(name)
      if (error) throw error
    },
    /** Runs statements on the rows of all municipalities. */
    fill: (statements: string) =>
      inScopeOfAll((db) => sql.raw(`do $$ begin ${statements} end $$`).execute(db)),
    /** The rows of a query over all municipalities. */
    read: async (query: string) => (await inScopeOfAll((db) => sql.raw(query).execute(db))).rows,
  }
}
