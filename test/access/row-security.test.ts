import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Actor, transact, type Work } from '../../src/context.ts'
import { useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'
import { aPlace, writable } from '../support/world.ts'

const house = useHouse()
const site = useSite(house)

/** Open to all on purpose: the list of municipalities, and which of them have a programme. */
const everyones = new Set(['municipality', 'programme', 'programme_area'])

async function tables(): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select table_name::text as name, array_agg(column_name::text) as columns
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

describe('the database’s own rules, without any condition of ours', () => {
  test('bind every table: forced, and the application’s role is neither owner nor superuser', async () => {
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

  test('show a coordinator no row of another municipality, and nobody’s scope no row at all', async () => {
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
    // What nobody has of these two yet is proved by the rows of the others.
    expect(seen.filter((line) => !/sees no (consent|agreement)$/.test(line))).toEqual([])
  }, 60_000)

  test('let a coordinator change, move, remove and add no row of another municipality', async () => {
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
              // 23502: a column is missing, found before the rule is asked. Either way nothing is added.
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
  }, 60_000)

  test('hold a meeting to one municipality: no key leads into another', async () => {
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

test('many transactions of two municipalities over few connections see each their own', async () => {
  await aPlace(house, site, '0461')
  await aPlace(house, site, '0265')
  const look = (municipality: string) =>
    transact(house.ctx(coordinator(municipality)), async (ctx) => {
      const rows = await ctx.db.selectFrom('person').select('municipality').execute()
      return rows.length > 0 && rows.every((row) => row.municipality === municipality)
    })
  const batches = house.engine === 'postgres' ? 50 : 5
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
}, 60_000)
