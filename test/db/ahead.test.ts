import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { transact, type Work } from '../../src/context.ts'
import { sendAhead } from '../../src/db/ahead.ts'
import { owned } from '../../src/db/scope/in-scope.ts'
import { useHouse } from '../support/house.ts'

const house = useHouse()

const insertPartner = (ctx: Work, name: string) =>
  sendAhead(
    ctx.db,
    sql`insert into partner (municipality, name, type) values (${owned('0461')}, ${name}, 'association')`,
  )
const names = async () => {
  const rows = await house.db.selectFrom('partner').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}
const divide = sql`select 1 / 0`
const lose = sql`do $$ begin raise exception using errcode = '40001'; end $$`

describe('a statement that is sent ahead', () => {
  test('has happened when the next one is answered', async () => {
    const seen = await transact(house.ctx(), async (ctx) => {
      await insertPartner(ctx, 'Nabohjælp')
      return ctx.db.selectFrom('partner').select('name').execute()
    })
    expect(seen).toEqual([{ name: 'Nabohjælp' }])
    expect(await names()).toEqual(['Nabohjælp'])
  })

  test('rolls the operation back by failing, even as the last statement', async () => {
    const failing = transact(house.ctx(), async (ctx) => {
      await insertPartner(ctx, 'Nabohjælp')
      await sendAhead(ctx.db, divide)
      return 'done'
    })
    await expect(failing).rejects.toMatchObject({ code: '22012' })
    expect(await names()).toEqual([])
  })

  test('reports its own error, not that of the statement after it', async () => {
    const failing = transact(house.ctx(), async (ctx) => {
      await sendAhead(ctx.db, divide)
      await ctx.db.selectFrom('partner').select('name').execute()
    })
    await expect(failing).rejects.toMatchObject({ code: '22012' })
  })

  test('that fails to serialise makes the operation retry', async () => {
    let attempts = 0
    await transact(house.ctx(), async (ctx) => {
      attempts++
      await insertPartner(ctx, 'Nabohjælp')
      if (attempts < 3) await sendAhead(ctx.db, lose)
    })
    expect(attempts).toBe(3)
    expect(await names()).toEqual(['Nabohjælp'])
  })

  test('leaves nothing behind for the next operation on its connection', async () => {
    const failing = () => transact(house.ctx(), (ctx) => sendAhead(ctx.db, divide))
    await expect(Promise.allSettled(Array.from({ length: 20 }, failing))).resolves.toHaveLength(20)
    await transact(house.ctx(), (ctx) => insertPartner(ctx, 'Nabohjælp'))
    expect(await names()).toEqual(['Nabohjælp'])
  })
})

describe('the scope that is sent ahead', () => {
  const role = (ctx: Work) =>
    sql<{ role: string; scope: string }>`
      select current_user as role, current_setting('app.municipality', true) as scope`.execute(
      ctx.db,
    )

  test('applies to the first statement', async () => {
    const { rows } = await transact(house.ctx({ kind: 'public', municipality: '0265' }), role)
    expect(rows).toEqual([{ role: 'makker_app', scope: '0265' }])
  })

  test('ends with the operation', async () => {
    await transact(house.ctx({ kind: 'public', municipality: '0265' }), async () => {})
    const { rows } = await transact(house.ctx({ kind: 'public' }), role)
    expect(rows).toEqual([{ role: 'makker_app', scope: '' }])
  })
})
