import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { type Actor, transact } from '../../src/context.ts'
import { anAccount } from '../support/accounts.ts'
import { useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'
import { secondPool } from '../support/postgres.ts'
import { tries } from '../support/tries.ts'
import { aPlace } from '../support/municipality.ts'

const house = useHouse()
const site = useSite(house)

test('thousands of requests of two municipalities over two connections each see their own rows', async () => {
  const places = [await aPlace(house, site, '0461'), await aPlace(house, site, '0265')]
  const staff = [await anAccount(house), await anAccount(house, { municipality: '0265' })]
  const pool = secondPool(house.address, 2)
  const ctx = { ...house.ctx(), database: pool.kysely }
  const app = await buildApp(ctx, site.config)
  const seenBy = (actor: Actor) =>
    transact({ ...ctx, actor }, async ({ db }) => {
      const rows = await db.selectFrom('site').select('municipality').execute()
      return rows
        .map(({ municipality }) => municipality)
        .sort()
        .join()
    })
  /** One use of a connection: a transaction or a whole request, by any kind of actor. */
  const ask = async (turn: number): Promise<[seen: string, expected: string]> => {
    const [place, other] = turn % 2 === 0 ? places : places.toReversed()
    if (turn % 10 === 7) return [await seenBy({ kind: 'system' }), '0265,0461']
    if (turn % 10 === 8) return [await seenBy({ kind: 'public' }), '']
    if (turn % 10 !== 9) return [await seenBy(staff[turn % 2]!.actor), place!.municipality]
    const headers = { authorization: `Bearer ${place!.client}` }
    const { body } = await app.inject({ url: '/api/v1/sites', headers })
    const isOwn = body.includes(place!.canary) && !body.includes(other!.canary)
    return [isOwn ? 'own' : body, 'own']
  }
  try {
    const wrong: string[] = []
    for (let turn = 0; turn < tries(100_000, 1_000); turn += 100) {
      const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => ask(turn + at)))
      for (const [seen, expected] of answers)
        if (seen !== expected) wrong.push(`${seen} and not ${expected}`)
    }
    expect(wrong).toEqual([])
    const scope = sql`select current_setting('app.municipality', true) as scope, current_user as role`
    const left = await Promise.all([1, 2].map(() => scope.execute(pool.kysely)))
    expect(left.flatMap(({ rows }) => rows)).toEqual(Array(2).fill({ scope: '', role: 'makker' }))
  } finally {
    await app.close()
    await pool.close()
  }
}, 300_000)
