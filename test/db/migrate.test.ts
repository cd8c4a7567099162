import { openAsBlob } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { createEngine } from '../../src/db/embedded-template.ts'
import { migrate } from '../../src/db/migrate.ts'
import { type Database, openEmbedded, openPostgres } from '../../src/db/open.ts'
import { useHouse } from '../support/house.ts'
import { createDatabase, dropDatabase } from '../support/postgres.ts'

const house = useHouse()

describe('migrating an empty database', () => {
  const cleanUp: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const step of cleanUp.splice(0)) await step()
  })

  async function openEmpty(): Promise<Database> {
    if (house.engine === 'embedded') return openEmptied()
    const address = await createDatabase(inject('maintenance'))
    const database = openPostgres(address)
    cleanUp.push(database.close, () => dropDatabase(inject('maintenance'), address))
    return database
  }

  /** An emptied copy of the template: creating an embedded database takes ten times as long. */
  async function openEmptied(): Promise<Database> {
    const loadDataDir = await openAsBlob(inject('embeddedTemplate'))
    const pglite = await createEngine({ loadDataDir })
    await pglite.exec('drop schema public cascade; create schema public')
    const database = openEmbedded(pglite)
    cleanUp.push(database.close)
    return database
  }

  test('applies every migration once, and none the second time', async () => {
    const { kysely } = await openEmpty()
    const applied = await migrate(kysely)
    expect(applied.length).toBeGreaterThanOrEqual(5)
    expect(applied).toEqual(applied.toSorted())
    expect(await migrate(kysely)).toEqual([])
    const { count } = await kysely
      .selectFrom('municipality')
      .select((eb) => eb.fn.countAll<string | number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(98)
  })

  test('rolls everything back when one migration fails', async () => {
    const { kysely } = await openEmpty()
    await sql`create table proposal (id uuid primary key)`.execute(kysely)
    await expect(migrate(kysely)).rejects.toThrow('"proposal" already exists')
    const { rows } = await sql`
      select tablename from pg_tables
      where schemaname = 'public' and tablename not like 'kysely%'`.execute(kysely)
    expect(rows).toEqual([{ tablename: 'proposal' }])
  })
})

describe('the migrated database', () => {
  /** Public data, and the migrator's tables. */
  const readByEveryone = ['kysely_migration', 'kysely_migration_lock', 'municipality']

  test('hides the rows of other municipalities in every table except public ones', async () => {
    const { rows } = await sql<{ name: string; hidden: boolean }>`
      select pg_class.relname as name,
        pg_class.relrowsecurity and pg_class.relforcerowsecurity
          and exists (select from pg_policy where pg_policy.polrelid = pg_class.oid) as hidden
      from pg_class
      where pg_class.relkind = 'r' and pg_class.relnamespace = 'public'::regnamespace
      order by pg_class.relname`.execute(house.db)
    expect(rows.length).toBeGreaterThan(readByEveryone.length)
    const open = rows.filter((row) => !row.hidden).map((row) => row.name)
    expect(open).toEqual(readByEveryone)
  })

  test('has a primary key on every table', async () => {
    const { rows } = await sql`
      select pg_class.relname as name from pg_class
      where pg_class.relkind = 'r' and pg_class.relnamespace = 'public'::regnamespace
        and not exists (
          select from pg_index where pg_index.indrelid = pg_class.oid and pg_index.indisprimary
        )`.execute(house.db)
    expect(rows).toEqual([])
  })

  test('stores every moment as timestamptz, but what was agreed as the time of a zone', async () => {
    const { rows } = await sql`
      select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type = 'timestamp without time zone'`.execute(house.db)
    expect(rows).toEqual([{ tableName: 'meeting', columnName: 'local_start' }])
  })
})
