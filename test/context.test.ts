import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, actingAs, actorName, transact, type Work } from '../src/context.ts'
import { Problem } from '../src/problems.ts'
import { useHouse } from './support/house.ts'
import { secondPool } from './support/postgres.ts'
import { dutyRows } from './support/duties.ts'

const house = useHouse()
const odense = '0461'
const roskilde = '0265'
const coordinator = (municipality: string): Actor => ({
  kind: 'staff',
  id: '01990000-0000-7000-8000-000000000001',
  name: 'Anne',
  role: 'coordinator',
  municipality,
})
const administrator: Actor = {
  kind: 'staff',
  id: '01990000-0000-7000-8000-000000000002',
  name: 'Bo',
  role: 'administrator',
  municipality: null,
}

async function insertPartner(ctx: Work, name: string, municipality = odense): Promise<void> {
  await ctx.db.insertInto('partner').values({ municipality, name, type: 'association' }).execute()
}

async function partnerNames(): Promise<string[]> {
  const rows = await house.db.selectFrom('partner').select('name').orderBy('name').execute()
  return rows.map((row) => row.name)
}

const runId = '01926f5e-7c00-7a00-8000-000000000001'
const countDuties = async () => (await dutyRows(house, 'run')).length

describe('an operation', () => {
  test('commits its rows and its jobs when it succeeds', async () => {
    const answer = await transact(house.ctx(), async (ctx) => {
      await insertPartner(ctx, 'Nabohjælp')
      await ctx.enqueue('run', runId)
      return 'done'
    })
    expect(answer).toBe('done')
    expect(await partnerNames()).toEqual(['Nabohjælp'])
    expect(await dutyRows(house, 'run')).toMatchObject([{ subjectId: runId, failures: 0 }])
  })

  test('commits neither when it fails', async () => {
    const failing = transact(house.ctx(), async (ctx) => {
      await insertPartner(ctx, 'Nabohjælp')
      await ctx.enqueue('run', runId)
      throw new Error('on the way')
    })
    await expect(failing).rejects.toThrow('on the way')
    expect(await partnerNames()).toEqual([])
    expect(await countDuties()).toBe(0)
  })

  test('inside another joins its transaction: both succeed, or neither', async () => {
    const inner = async (ctx: Work) =>
      transact(ctx, async (ctx) => {
        await insertPartner(ctx, 'indre')
        await ctx.enqueue('run', runId)
      })
    const outer = (fails: boolean) =>
      transact(house.ctx(), async (ctx) => {
        await insertPartner(ctx, 'ydre')
        await inner(ctx)
        if (fails) throw new Error('on the way')
      })
    await expect(outer(true)).rejects.toThrow('on the way')
    expect([await partnerNames(), await countDuties()]).toEqual([[], 0])
    await outer(false)
    expect([await partnerNames(), await countDuties()]).toEqual([['indre', 'ydre'], 1])
  })

  test('that throws a Problem is not retried', async () => {
    let attempts = 0
    const refusing = transact(house.ctx(), async () => {
      attempts++
      throw new Problem('not-found')
    })
    await expect(refusing).rejects.toThrow(Problem)
    expect(attempts).toBe(1)
  })

  test('that fails to serialise is retried from the start', async () => {
    let attempts = 0
    await transact(house.ctx(), async (ctx) => {
      attempts++
      await insertPartner(ctx, 'Nabohjælp')
      if (attempts < 3) await loseSerialization(ctx)
    })
    expect(attempts).toBe(3)
    expect(await partnerNames()).toEqual(['Nabohjælp'])
  })

  test('that fails to serialise at every attempt is refused as busy', async () => {
    let attempts = 0
    const losing = transact(house.ctx(), async (ctx) => {
      attempts++
      await loseSerialization(ctx)
    })
    await expect(losing).rejects.toMatchObject({ type: 'unavailable', status: 503 })
    expect(attempts).toBe(10)
  })

  test('reads the clock it was given', async () => {
    house.clock.set('2027-01-01T12:00Z')
    house.clock.advance({ days: 1, minutes: 30 })
    const now = await transact(house.ctx(), async (ctx) => ctx.now().toString())
    expect(now).toBe('2027-01-02T12:30:00Z')
  })
})

/** Raises the database's serialization failure. */
async function loseSerialization(ctx: Work): Promise<void> {
  await sql`do $$ begin raise exception using errcode = '40001'; end $$`.execute(ctx.db)
}

describe('the scope of an operation', () => {
  beforeEach(() =>
    transact(house.ctx(), async (ctx) => {
      await insertPartner(ctx, 'Nabohjælp', odense)
      await insertPartner(ctx, 'Sprogcafé', roskilde)
    }),
  )

  test.each<[string, Actor, string[]]>([
    ['a coordinator: the municipality', coordinator(odense), ['Nabohjælp']],
    ['a coordinator elsewhere: the other one', coordinator(roskilde), ['Sprogcafé']],
    ['a coordinator of a third: none', coordinator('0101'), []],
    ['an administrator: none', administrator, []],
    ['a stranger: none', { kind: 'public' }, []],
    [
      'a stranger at a registration form: its own',
      { kind: 'public', municipality: odense },
      ['Nabohjælp'],
    ],
    [
      'a person: the municipality responsible',
      { kind: 'person', id: '1', municipality: roskilde },
      ['Sprogcafé'],
    ],
    [
      'a REST client: its own',
      { kind: 'client', id: '1', scopes: [], municipality: odense },
      ['Nabohjælp'],
    ],
    ['the system: all', { kind: 'system' }, ['Nabohjælp', 'Sprogcafé']],
  ])('%s', async (_, actor, names) => {
    const seen = await transact(house.ctx(actor), (ctx) =>
      ctx.db.selectFrom('partner').select('name').orderBy('name').execute(),
    )
    expect(seen.map((row) => row.name)).toEqual(names)
  })

  test("another municipality's row is neither changed nor deleted", async () => {
    const [changed, deleted] = await transact(house.ctx(coordinator(odense)), async (ctx) => [
      await ctx.db
        .updateTable('partner')
        .set({ name: 'kapret' })
        .where('municipality', '=', roskilde)
        .executeTakeFirst(),
      await ctx.db.deleteFrom('partner').where('name', '=', 'Sprogcafé').executeTakeFirst(),
    ])
    expect([changed?.numUpdatedRows, deleted?.numDeletedRows]).toEqual([0n, 0n])
    expect(await partnerNames()).toEqual(['Nabohjælp', 'Sprogcafé'])
  })

  test('no row is written for another municipality, or moved to it', async () => {
    const writing = transact(house.ctx(coordinator(odense)), (ctx) =>
      insertPartner(ctx, 'Ny', roskilde),
    )
    await expect(writing).rejects.toMatchObject({ code: '42501' })
    const handing = transact(house.ctx(coordinator(odense)), (ctx) =>
      ctx.db.updateTable('partner').set({ municipality: roskilde }).execute(),
    )
    await expect(handing).rejects.toMatchObject({ code: '42501' })
    expect(await partnerNames()).toEqual(['Nabohjælp', 'Sprogcafé'])
  })

  test('a transaction without a scope sees no rows', async () => {
    const seen = await house
      .ctx()
      .database.transaction()
      .execute(async (db) => {
        await sql`set local role makker_app`.execute(db)
        return db.selectFrom('partner').selectAll().execute()
      })
    expect(seen).toEqual([])
  })

  test('row-level security cannot be changed', async () => {
    const loosening = transact(house.ctx(coordinator(odense)), (ctx) =>
      sql`alter table partner disable row level security`.execute(ctx.db),
    )
    await expect(loosening).rejects.toThrow('must be owner')
  })

  test('the next transaction on the connection inherits no municipality', async () => {
    // With one connection, the second transaction gets the connection of the first.
    const one = house.engine === 'postgres' ? secondPool(house.address, 1) : undefined
    const database = one?.kysely ?? house.ctx().database
    try {
      await transact({ ...house.ctx(coordinator(odense)), database }, (ctx) =>
        insertPartner(ctx, 'Ny'),
      )
      const { rows } = await sql<{ role: string; municipality: string | null }>`
        select current_user as role, current_setting('app.municipality', true) as municipality
      `.execute(database)
      expect(rows[0]?.role).not.toBe('makker_app')
      expect(rows[0]?.municipality ?? '').toBe('')
    } finally {
      await one?.close()
    }
  })
})

describe('the actor', () => {
  test('is recorded by kind and id, never by name', () => {
    expect(actorName(coordinator(odense))).toBe('staff:01990000-0000-7000-8000-000000000001')
    expect(actorName({ kind: 'person', id: '7', municipality: odense })).toBe('person:7')
    expect(actorName({ kind: 'public' })).toBe('public')
    expect(actorName({ kind: 'system' })).toBe('system')
  })

  test('can be replaced inside an operation, which does not widen its scope', async () => {
    await transact(house.ctx(), (ctx) => insertPartner(ctx, 'Sprogcafé', roskilde))
    const seen = await transact(house.ctx(coordinator(odense)), (ctx) =>
      transact(actingAs(ctx, coordinator(roskilde)), async (ctx) => {
        expect(ctx.actor).toMatchObject({ municipality: roskilde })
        return ctx.db.selectFrom('partner').select('name').execute()
      }),
    )
    expect(seen).toEqual([])
  })
})
