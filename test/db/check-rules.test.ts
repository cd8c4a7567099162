import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { checkRules, findFaults } from '../../src/db/check-rules.ts'
import { useHouse } from '../support/house.ts'

const house = useHouse()

test('the migrated database separates municipalities', async () => {
  await expect(checkRules(house.ctx().database)).resolves.toBeUndefined()
})

/** The faults found after a statement, which is rolled back. */
async function faultsAfter(statement: string): Promise<string[]> {
  const undone = new Error('undone')
  let faults: string[] = []
  await house.db
    .transaction()
    .execute(async (db) => {
      await sql.raw(statement).execute(db)
      faults = await findFaults(db)
      throw undone
    })
    .catch((error) => {
      if (error !== undone) throw error
    })
  return faults
}

test.each([
  ['alter table person no force row level security', ['the table person']],
  ['alter table enrolment disable row level security', ['the table enrolment']],
  ['create table gossip (municipality text)', ['the table gossip']],
  ['alter table meeting owner to makker_app', []],
])('after %s the tables to mend are %j', async (statement, tables) => {
  const faults = await faultsAfter(statement)
  expect(faults).toEqual(tables.map((table) => `row-level security is not forced on ${table}`))
})

test('a role that bypasses row-level security is found, and every table it could read', async () => {
  for (const right of ['bypassrls', 'superuser']) {
    const [role, ...tables] = await faultsAfter(`alter role makker_app ${right}`)
    expect(role).toBe('the role makker_app bypasses row-level security')
    expect(tables.length).toBeGreaterThan(20)
  }
})
