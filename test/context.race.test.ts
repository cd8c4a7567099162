import { expect, test } from 'vitest'
import { type Context, transact } from '../src/context.ts'
import { useHouse } from './support/house.ts'
import { secondPool } from './support/postgres.ts'
import { barrier } from './support/race.ts'

const house = useHouse()

async function rename(
  ctx: Context,
  names: [string, string],
  to: string,
  meet: () => Promise<void>,
) {
  let attempts = 0
  await transact(ctx, async (ctx) => {
    attempts++
    for (const name of names) {
      await ctx.db.updateTable('partner').set({ type: to }).where('name', '=', name).execute()
      if (attempts === 1) await meet()
    }
  })
  return attempts
}

test('two operations that deadlock both succeed, one of them at its second attempt', async () => {
  await house.db
    .insertInto('partner')
    .values(['a', 'b'].map((name) => ({ municipality: '0461', name, type: 'association' })))
    .execute()
  const instance = secondPool(house.address)
  try {
    const meet = barrier(2)
    const attempts = await Promise.all([
      rename(house.ctx(), ['a', 'b'], 'first', meet),
      rename({ ...house.ctx(), database: instance.kysely }, ['b', 'a'], 'second', meet),
    ])
    expect(attempts.toSorted()).toEqual([1, 2])
    // The last writer wrote both rows; the two operations do not mix.
    const rows = await house.db.selectFrom('partner').select('type').distinct().execute()
    expect(rows).toHaveLength(1)
  } finally {
    await instance.close()
  }
})
