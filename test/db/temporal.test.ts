import { expect, test } from 'vitest'
import { useHouse } from '../support/house.ts'

const house = useHouse()

test('a moment is read back as the moment it was', async () => {
  const at = Temporal.Instant.from('2026-11-23T09:00:00.123456Z')
  await house.db
    .insertInto('programme')
    .values({ municipality: '0461', name: 'Odense', createdAt: at })
    .execute()
  const row = await house.db.selectFrom('programme').selectAll().executeTakeFirstOrThrow()
  expect(row.createdAt.equals(at)).toBe(true)
})

test('is swept', async () => {
  expect(await house.db.selectFrom('programme').selectAll().execute()).toEqual([])
})
