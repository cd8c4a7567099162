import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { openPostgres } from '../../src/db/open.ts'
import { useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'

const house = useHouse()
const site = useSite(house)

test('a request is refused as unavailable while every connection is taken', async () => {
  const { kysely, close } = openPostgres(house.address, 1)
  const app = await buildApp({ ...house.ctx(), database: kysely }, site.config)
  const ask = (url: string) => app.inject({ url, cookies: { makker: 'x'.repeat(43) } })
  const free = Promise.withResolvers<void>()
  const taken = Promise.withResolvers<void>()
  const holding = kysely.transaction().execute(async (db) => {
    await sql`select 1`.execute(db)
    taken.resolve()
    await free.promise
  })
  await taken.promise
  const page = await ask('/sign-in')
  expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '5'])
  free.resolve()
  await holding
  expect((await ask('/sign-in')).statusCode).toBe(200)
  await app.close()
  await close()
})
