import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, transact, type Work } from '../../src/context.ts'
import { rules } from '../../src/db/scope/rules.ts'
import { useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'
import { withoutFilter, withoutRules } from '../support/layers.ts'
import { tries } from '../support/tries.ts'
import { aPlace, fingerprint, writable } from '../support/municipality.ts'

const house = useHouse()
const site = useSite(house)

/** Readable by everyone on purpose: municipalities, and which of them have a programme. */
const everyones = new Set(['municipality', 'programme', 'programme_area'])

async function tables(): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select table_name::text as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%'
    group by 1 order by 1`.execute(house.db)
  return rows
}

const coordinator = (municipality: string): Actor => ({
  kind: 'staff',
  id: '01890000-0000-7000-8000-000000000000',
  name: 'x',
  role: 'coordinator',
  municipality,
})
const nobodys: Actor[] = [
  { kind: 'public' },
  { ...coordinator('0461'), role: 'administrator', municipality: null } as Actor,
]

async function count(ctx: Work, condition: string): Promise<number> {
  const { rows } = await sql
    .raw<{ count: number }>(`select count(*)::int as count from ${condition}`)
    .execute(ctx.db)
  return rows[0]!.count
}

test('the scope rules cover every table and every function that returns rows', async () => {
  const known = [...rules].map(([name, rule]) => `${name} ${rule}`)
  const expected = (await tables()).map(({ name, columns }) => {
    if (name === 'programme') return 'programme open'
    if (everyones.has(name)) return `${name} fixed`
    return `${name} ${columns.includes('municipality') ? 'own' : 'system'}`
  })
  const { rows } = await sql<{ name: string }>`
    select proname::text as name from pg_proc where pronamespace = 'public'::regnamespace
    and 'municipality' = any (proargnames)`.execute(house.db)
  expect(known.sort()).toEqual([...expected, ...rows.map(({ name }) => `${name} own`)].sort())
})

describe('row-level security alone', () => {
  let restore: () => Promise<void>
  beforeEach(async () => {
    restore = await withoutFilter()
  })
  afterEach(() => restore())

  test('is forced on every table, and the application’s role is neither owner nor superuser', async () => {
    const { rows } = await sql<{ relname: string }>`
      select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'public' and relkind in ('r', 'p') and relname not like 'kysely%'
      and relname <> 'municipality' and not (relrowsecurity and relforcerowsecurity)`.execute(
      house.db,
    )
    expect(rows).toEqual([])
    const role = await sql`
      select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
        exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
          where nspname = 'public' and relowner = pg_roles.oid) as owns
      from pg_roles where rolname = 'makker_app'`.execute(house.db)
    expect(Object.values(role.rows[0] as object)).toEqual(Array(6).fill(false))
  })

  test('shows a coordinator no row of another municipality, and no row without a scope', async () => {
    await aPlace(house, site, '0461')
    await aPlace(house, site, '0265')
    const seen: string[] = []
    for (const { name, columns } of await tables()) {
      if (everyones.has(name)) continue
      const inPlace = columns.includes('municipality')
      const all = await transact(house.ctx(), (ctx) => count(ctx, name))
      const foreign = inPlace ? `${name} where municipality is distinct from '0461'` : name
      await transact(house.ctx(coordinator('0461')), async (ctx) => {
        if ((await count(ctx, foreign)) > 0) seen.push(`0461 sees foreign rows of ${name}`)
        if (inPlace && all > 0 && (await count(ctx, name)) === 0) seen.push(`0461 sees no ${name}`)
      })
      for (const actor of nobodys)
        await transact(house.ctx(actor), async (ctx) => {
          if ((await count(ctx, name)) > 0) seen.push(`${actor.kind} sees ${name}`)
        })
    }
    // Two tables are empty here, and concerns only their readers see: see confidential.test.ts.
    const unseen = /sees no (consent|agreement|concern)$/
    expect(seen.filter((line) => !unseen.test(line))).toEqual([])
  })

  test('lets a coordinator change, move, delete and add no row of another municipality', async () => {
    await aPlace(house, site, '0265')
    const done: string[] = []
    for (const { name, columns } of await tables()) {
      if (name === 'municipality') continue
      const column = columns.includes('municipality') ? 'municipality' : columns[0]!
      const attempts = {
        change: `update ${name} set ${column} = ${column}`,
        take: `update ${name} set ${column} = ${column === 'municipality' ? "'0461'" : column}`,
        remove: `delete from ${name}`,
      }
      for (const [what, statement] of Object.entries(attempts))
        await transact(house.ctx(coordinator('0461')), async (ctx) => {
          const { numAffectedRows } = await sql.raw(statement).execute(ctx.db)
          if ((numAffectedRows ?? 0n) > 0n) done.push(`${what} ${name}`)
        }).catch((error: { code?: string }) => {
          if (error.code !== '42501') done.push(`${what} ${name}: ${error.code}`)
        })
      const copy = `insert into ${name} select * from ${name}`
      const { rows } = await writable(sql`${name}`).execute(house.db)
      const own = rows[0]!.columns
      const add = columns.includes('municipality')
        ? transact(house.ctx(coordinator('0461')), (ctx) =>
            sql
              .raw(
                `insert into ${name} (${own}) select ${own}
                 from jsonb_populate_record(null::${name}, '{"municipality":"0265"}')`,
              )
              .execute(ctx.db),
          ).then(
            () => done.push(`add ${name}`),
            (error: { code?: string }) => {
              // 23502, a missing column, comes before the rule is checked; either way no row is
              // added.
              if (!['42501', '23502'].includes(error.code ?? ''))
                done.push(`add ${name}: ${error.code}`)
            },
          )
        : transact(house.ctx(coordinator('0461')), (ctx) => sql.raw(copy).execute(ctx.db)).then(
            ({ numAffectedRows }) => (numAffectedRows ?? 0n) > 0n && done.push(`copy ${name}`),
            () => {},
          )
      await add
    }
    expect(done).toEqual([])
  })

  test('keeps the rows of a meeting in one municipality', async () => {
    const odense = await aPlace(house, site, '0461')
    const roskilde = await aPlace(house, site, '0265')
    const insert = house.db.insertInto('meetingMatch').values({
      municipality: '0461',
      meetingId: odense.meetingId,
      matchId: roskilde.matchId,
    })
    await expect(insert.execute()).rejects.toMatchObject({ code: '23503' })
  })
})

describe('the product’s own check alone', () => {
  let restore: () => Promise<void>
  beforeEach(async () => {
    await aPlace(house, site, '0461')
    await aPlace(house, site, '0265')
    restore = await withoutRules(house)
  })
  afterEach(() => restore())

  // Typed as one table, used for all.
  const named = (name: string) => name as 'person'
  const municipal = async () =>
    (await tables()).filter(
      ({ name, columns }) => columns.includes('municipality') && name !== 'programme_area',
    )

  test('shows a coordinator no row of another municipality, and no row without a scope', async () => {
    const seen: string[] = []
    for (const { name } of (await tables()).filter(({ name }) => !everyones.has(name))) {
      const all = await house.db.selectFrom(named(name)).selectAll().execute()
      const read = (actor: Actor) =>
        transact(house.ctx(actor), ({ db }) => db.selectFrom(named(name)).selectAll().execute())
      const own = await read(coordinator('0461'))
      if (own.some(({ municipality }) => municipality !== '0461')) seen.push(`foreign ${name}`)
      if (own.length === all.length && all.length > 0) seen.push(`every ${name}`)
      if (all.some((row) => row.municipality === '0461') && own.length === 0)
        seen.push(`no own ${name}`)
      for (const actor of nobodys)
        if ((await read(actor)).length > 0) seen.push(`${actor.kind} sees ${name}`)
      if ((await read({ kind: 'system' })).length !== all.length) seen.push(`not all ${name}`)
    }
    // Only their readers see concerns: see confidential.test.ts.
    expect(seen.filter((line) => line !== 'no own concern')).toEqual([])
  })

  test('lets a coordinator change, move, delete and insert no row of another municipality', async () => {
    const before = await fingerprint(house)
    const done: string[] = []
    for (const { name } of await municipal()) {
      const theirs = await house.db
        .selectFrom(named(name))
        .selectAll()
        .where('municipality', '=', '0265')
        .limit(1)
        .execute()
      const attempts: Record<string, (db: Work['db']) => Promise<unknown>> = {
        change: (db) =>
          db
            .updateTable(named(name))
            .set((eb) => ({ municipality: eb.ref('municipality') }))
            .where('municipality', '=', '0265')
            .execute(),
        take: (db) =>
          db
            .updateTable(named(name))
            .set({ municipality: '0461' })
            .where('municipality', '=', '0265')
            .execute(),
        give: (db) => db.updateTable(named(name)).set({ municipality: '0265' }).execute(),
        remove: (db) => db.deleteFrom(named(name)).where('municipality', '=', '0265').execute(),
        add: (db) =>
          db
            .insertInto(named(name))
            .values(theirs)
            .onConflict((on) => on.doNothing())
            .execute(),
      }
      for (const [what, attempt] of Object.entries(attempts))
        await transact(house.ctx(coordinator('0461')), ({ db }) => attempt(db)).then(
          () => ['give', 'add'].includes(what) && theirs.length > 0 && done.push(`${what} ${name}`),
          (error: { code?: string }) => {
            if (error.code !== '42501') done.push(`${what} ${name}: ${error.code} ${error}`)
          },
        )
    }
    expect(done).toEqual([])
    expect(await fingerprint(house)).toBe(before)
  })

  test('refuses system tables, and writes to the tables that everyone may read', async () => {
    const by = (work: (db: Work['db']) => Promise<unknown>) =>
      transact(house.ctx(coordinator('0461')), ({ db }) => work(db))
    const at = house.clock.now()
    await house.db.insertInto('attempt').values({ key: 'x', at }).execute()
    expect(await by((db) => db.selectFrom('attempt').selectAll().execute())).toEqual([])
    const refused: ((db: Work['db']) => Promise<unknown>)[] = [
      (db) => db.insertInto('attempt').values({ key: 'y', at }).execute(),
      (db) => db.deleteFrom('programmeArea').execute(),
      (db) => db.updateTable('municipality').set({ name: 'Bjarkeby' }).execute(),
    ]
    for (const work of refused) await expect(by(work)).rejects.toMatchObject({ code: '42501' })
    await by((db) => db.deleteFrom('attempt').execute())
    const kept = house.db.selectFrom('attempt').selectAll().where('key', 'in', ['x', 'y'])
    expect(await kept.execute()).toHaveLength(1)
    const programmes = await by((db) => db.selectFrom('programme').selectAll().execute())
    expect(programmes).toHaveLength(2)
    const own = await by((db) => db.selectFrom('programme').selectAll().forUpdate().execute())
    expect(own).toHaveLength(1)
  })
})

test('many transactions of two municipalities over few connections each see their own rows', async () => {
  await aPlace(house, site, '0461')
  await aPlace(house, site, '0265')
  const look = (municipality: string) =>
    transact(house.ctx(coordinator(municipality)), async (ctx) => {
      const rows = await ctx.db.selectFrom('person').select('municipality').execute()
      return rows.length > 0 && rows.every((row) => row.municipality === municipality)
    })
  const batches = tries(200, 5)
  const results: boolean[] = []
  for (let batch = 0; batch < batches; batch++)
    results.push(
      ...(await Promise.all(
        Array.from({ length: 40 }, (_, at) => look(at % 2 === 0 ? '0461' : '0265')),
      )),
    )
  expect(results.filter((isOwn) => !isOwn)).toEqual([])
  const { rows } = await sql`
    select coalesce(current_setting('app.municipality', true), '') as scope`.execute(
    house.ctx().database,
  )
  expect(rows).toEqual([{ scope: '' }])
})
