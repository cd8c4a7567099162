import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { listFirst } from '../../src/db/list-first.ts'
import { useHouse } from '../support/house.ts'

const house = useHouse()

test.each([
  [0, 0],
  [199, 199],
  [200, 200],
  [201, 200],
  [350, 200],
])('a list of %d rows shows %d and counts all', async (total, shown) => {
  const numbers = sql<{ n: number }>`(select n from generate_series(1, ${total}::int) as n)`
  const query = house.db.selectFrom(numbers.as('row')).select('row.n').orderBy('row.n', 'desc')
  const { rows, count } = await listFirst(query)
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: shown }, (_, at) => total - at))
  expect(count).toBe(total)
})
