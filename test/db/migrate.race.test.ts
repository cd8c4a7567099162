import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { openPostgres } from '../../src/db/open.ts'
import { createDatabase, dropDatabase, execute } from '../support/postgres.ts'

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

test('an owner who may not create roles migrates once granted the existing role', async () => {
  const maintenance = inject('maintenance')
  const owner = `tenant_${process.pid}`
  await execute(maintenance, `create role ${owner} login`)
  await execute(maintenance, `create database ${owner} owner ${owner}`)
  const address = new URL(maintenance)
  address.username = owner
  address.pathname = owner
  const tenant = openPostgres(address.href)
  try {
    await expect(migrate(tenant.kysely)).rejects.toThrow('permission denied to grant role')
    await execute(maintenance, `grant makker_app to ${owner}`)
    expect(await migrate(tenant.kysely)).not.toEqual([])
  } finally {
    await tenant.close()
    await execute(maintenance, `drop database ${owner} with (force)`)
    await execute(maintenance, `drop role ${owner}`)
  }
})

test('the migrate command prints what it applied, and exits with an error when it fails', async () => {
  const program = join(import.meta.dirname, '../../src/db/migrate.ts')
  const migrateAt = (url: string) =>
    promisify(execFile)(process.execPath, [program], { env: { DATABASE_URL: url } })
  const maintenance = inject('maintenance')
  const address = await createDatabase(maintenance)
  try {
    expect((await migrateAt(address)).stdout).toContain('0001-accounts-and-programmes')
    expect((await migrateAt(address)).stdout).toBe('Nothing to apply\n')
  } finally {
    await dropDatabase(maintenance, address)
  }
  await expect(migrateAt(address)).rejects.toMatchObject({ code: 78 })
})
