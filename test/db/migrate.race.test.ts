import { expect, inject, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { openPostgres } from '../../src/db/open.ts'
import { createDatabase, dropDatabase } from '../support/postgres.ts'

test('two instances that start at once migrate one database once', async () => {
  const maintenance = inject('maintenance')
  const address = await createDatabase(maintenance)
  const [first, second] = [openPostgres(address), openPostgres(address)]
  try {
    const applied = await Promise.all([migrate(first.kysely), migrate(second.kysely)])
    expect(applied.map((names) => names.length > 0).toSorted()).toEqual([false, true])
  } finally {
    await Promise.all([first.close(), second.close()])
    await dropDatabase(maintenance, address)
  }
})
