import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import { describe, expect, test } from 'vitest'
import { findUnscoped, markOf, ownerMark } from '../../src/db/scope/find-unscoped.ts'
import { inScope, owned } from '../../src/db/scope/in-scope.ts'
import { ScopePlugin } from '../../src/db/scope/plugin.ts'

// Tables by the names that statements use; the columns' types do not matter here.
type Row = Record<string, string | number | null>
type Tables = Record<string, Row>

function acting(scope: string): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new ScopePlugin({ municipality: scope })],
  })
}
const db = acting('0461')
const text = (query: { compile(): { sql: string } }) => query.compile().sql.replaceAll('"', '')
const refused = (query: { compile(): unknown }) => {
  let code: unknown
  try {
    query.compile()
  } catch (error) {
    code = (error as { code?: unknown }).code
  }
  expect(code).toBe('42501')
}

describe('a query is limited to the municipality', () => {
  test('in each table it reads, besides its other conditions', () => {
    const query = db.selectFrom('person').selectAll()
    expect(text(query)).toBe('select * from person where person.municipality = $1')
    expect(query.compile().parameters).toEqual(['0461'])
    expect(text(db.selectFrom(['person', 'site as place']).selectAll())).toBe(
      'select * from person, site as place where person.municipality = $1 and place.municipality = $2',
    )
    // A written condition may contain an or, which must not widen the scope.
    expect(text(query.where(sql<boolean>`a or b`))).toBe(
      'select * from person where person.municipality = $1 and (a or b)',
    )
  })

  test('in its joins: in the on, so that a left join keeps rows without a partner', () => {
    const query = db
      .selectFrom('enrolment as e')
      .innerJoin('person', 'person.id', 'e.personId')
      .leftJoin('partner as p', (join) => join.on(sql<boolean>`a or b`))
      .selectAll()
    expect(text(query)).toBe(
      'select * from enrolment as e' +
        ' inner join person on person.municipality = $1 and (person.id = e.personId)' +
        ' left join partner as p on p.municipality = $2 and (a or b)' +
        ' where e.municipality = $3',
    )
    expect(text(db.selectFrom('municipality').crossJoin('site').selectAll())).toBe(
      'select * from municipality cross join site where site.municipality = $1',
    )
    refused(db.selectFrom('person').rightJoin('site', 'site.id', 'person.id').selectAll())
    refused(db.selectFrom('person').fullJoin('site', 'site.id', 'person.id').selectAll())
  })

  test('in its subqueries, exists, unions and common table expressions', () => {
    const inner = 'person.municipality'
    for (const query of [
      db
        .selectFrom('municipality')
        .selectAll()
        .where((eb) => eb.exists(eb.selectFrom('person').selectAll())),
      db.selectFrom('municipality').select((eb) => eb.selectFrom('person').select('id').as('x')),
      db
        .with('x', (eb) => eb.selectFrom('person').selectAll())
        .selectFrom('x')
        .selectAll(),
      db
        .with('x', (eb) => eb.deleteFrom('person').returningAll())
        .selectFrom('x')
        .selectAll(),
      db
        .selectFrom('municipality')
        .orderBy((eb) => eb.selectFrom('person').select('id'))
        .selectAll(),
    ])
      expect(text(query).split(inner)).toHaveLength(2)
    // A part that is compiled into a query twice has the condition twice.
    const part = db
      .selectFrom('person')
      .selectAll()
      .where(sql<boolean>`id in (select person_id from site where ${inScope('site')})`)
      .as('x')
    expect(text(db.selectFrom(part).selectAll())).toContain(inner)
    expect(
      text(db.selectFrom('municipality').innerJoin(part, 'x.id', 'municipality.code').selectAll()),
    ).toContain(inner)
    const both = db.selectFrom('person').selectAll().unionAll(db.selectFrom('person').selectAll())
    expect(text(both).split(inner)).toHaveLength(4)
    // Otherwise the name of a common table expression would hide the table.
    refused(
      db
        .with('person', (eb) => eb.selectFrom('person').selectAll())
        .selectFrom('person')
        .selectAll(),
    )
  })

  test('in the tables it updates and deletes from, and in those it joins for that', () => {
    expect(text(db.updateTable('person as p').set({ name: 'x' }).where('id', '=', 1))).toBe(
      'update person as p set name = $1 where p.municipality = $2 and (id = $3)',
    )
    expect(
      text(db.updateTable('person').from('site').set({ name: 'x' }).whereRef('site.id', '=', 'x')),
    ).toContain('where person.municipality = $2 and site.municipality = $3 and (')
    expect(text(db.deleteFrom('person').using('site').whereRef('site.id', '=', 'x'))).toContain(
      'where person.municipality = $1 and site.municipality = $2 and (',
    )
  })

  test('in the rows it inserts, and the rows they conflict with', () => {
    const insert = db.insertInto('person')
    expect(text(insert.values({ municipality: '0461', name: 'x' }))).toContain('values ($1, $2)')
    refused(insert.values({ municipality: '0265' }))
    refused(insert.values([{ municipality: '0461' }, { municipality: '0265' }]))
    refused(insert.values([{ municipality: '0461' }, { name: 'x' }]))
    refused(insert.values({ municipality: null }))
    refused(insert.values({ municipality: sql<string>`'0265'` }))
    refused(insert.values({ name: 'x' }))
    refused(insert.defaultValues())
    refused(
      insert.columns(['municipality']).expression(db.selectFrom('person').select('municipality')),
    )
    refused(db.updateTable('person').set({ municipality: '0265' }))
    const upsert = insert.values({ municipality: '0461' })
    expect(text(upsert.onConflict((on) => on.column('id').doUpdateSet({ name: 'x' })))).toContain(
      'do update set name = $2 where person.municipality = $3',
    )
    refused(upsert.onConflict((on) => on.column('id').doUpdateSet({ municipality: '0265' })))
    refused(db.mergeInto('person').using('site', 'site.id', 'person.id').whenMatched().thenDelete())
  })

  test('except that it reads open tables whole, and locks and changes only its own rows there', () => {
    const programmes = db.selectFrom('programme').selectAll()
    expect(text(programmes)).toBe('select * from programme')
    expect(text(programmes.forUpdate())).toBe(
      'select * from programme where programme.municipality = $1 for update',
    )
    expect(text(db.updateTable('programme').set({ name: 'x' }))).toContain('programme.municipality')
    expect(text(db.selectFrom('programme_area').selectAll())).toBe('select * from programme_area')
    refused(db.updateTable('programme_area').set({ municipality: '0461' }))
    expect(text(db.selectFrom('municipality').selectAll().forNoKeyUpdate())).not.toContain('where')
    refused(db.updateTable('municipality').set({ name: 'x' }))
  })

  test('and finds no rows of system tables; the system finds all rows', () => {
    expect(text(db.selectFrom('attempt').selectAll())).toBe('select * from attempt where false')
    expect(text(db.deleteFrom('known_device'))).toBe('delete from known_device where false')
    refused(db.insertInto('recovery_code').values({ hash: 'x' }))
    const all = acting('*')
    expect(text(all.selectFrom('person').selectAll())).toBe('select * from person')
    expect(text(all.insertInto('session').values({ municipality: null }))).toContain('values')
    expect(text(all.deleteFrom('attempt'))).toBe('delete from attempt')
    const nobody = acting('')
    expect(nobody.selectFrom('person').selectAll().compile().parameters).toEqual([''])
  })
})

describe('a written statement', () => {
  const compile = (query: { compile(db: Kysely<Tables>): { sql: string } }, by = db) =>
    query
      .compile(by)
      .sql.replaceAll('"', '')
      .replaceAll(/\/\*.*?\*\/ /g, '')
  const isRefused = (query: { compile(db: Kysely<Tables>): unknown }) =>
    refused({ compile: () => query.compile(db) })

  test('marks each table as in scope, and gets the same condition as any other', () => {
    const query = sql`select * from person as p where ${inScope('p')} and id = ${1}`
    expect(compile(query)).toBe('select * from person as p where p.municipality = $1 and id = $2')
    expect(compile(query, acting('*'))).toBe('select * from person as p where true and id = $1')
    expect(compile(sql`delete from attempt where ${inScope('attempt')}`)).toBe(
      'delete from attempt where false',
    )
    expect(compile(sql`delete from ${sql.table('duty')} where ${inScope('duty')}`)).toBe(
      'delete from duty where false',
    )
    isRefused(sql`select * from person`)
    isRefused(sql`select * from ${sql.table('person')}`)
    isRefused(sql`select * from ${sql.raw('person')}`)
    isRefused(sql`select * from person a, person b where ${inScope('a')}`)
  })

  test('inserts rows for its own municipality only', () => {
    const add = (municipality: string) =>
      sql`insert into site (municipality, name) select ${owned(municipality)}, 'x'`
    expect(compile(add('0461'))).toContain('select $1')
    isRefused(add('0265'))
    isRefused(sql`insert into site (municipality) values (${'0461'})`)
    expect(compile(add('0265'), acting('*'))).toContain('select $1')
  })

  const person = markOf('person')
  test.each([
    ['select * from person', ['person']],
    ['select * from PERSON', ['person']],
    ['select * from "person"', ['person']],
    ['select * from public.person', ['person']],
    ['select * from only person', ['person']],
    [`select * from person where ${person}`, []],
    [`select * from person p where ${person}`, ['person as p']],
    [`select * from person where id in (select id from person) and ${person}`, ['person']],
    ['select * from enrolment, person', ['enrolment', 'person']],
    [
      'select 1 from site s join lateral (select 1 from person) as x on true',
      ['site as s', 'person'],
    ],
    ['update person set name = 1', ['person']],
    ['delete from person', ['person']],
    [`delete from person using site as s where ${person}`, ['site as s']],
    ['with x as (delete from person returning *) select * from x', ['person']],
    ['insert into person (municipality) values (?)', ['person']],
    [`insert into person (municipality) values (${ownerMark})`, []],
    [`insert into person values (${ownerMark}) on conflict do update set name = 1`, ['person']],
    [`insert into site select ${ownerMark} from person`, ['person']],
    ['select kind from required_of_mentors() as r where true', ['required_of_mentors as r']],
    ['select * from programme join programme_area on true', []],
    ['delete from programme', ['programme']],
    ['update programme_area set municipality = 1', ['programme_area']],
    ["select 'from person' -- from person", []],
    ['select 1 /* in scope of person */ from person', ['person']],
    ['select a, person, match.id from x(partner uuid, person text)', []],
    ['select person.name from x as person', []],
    ['select a from x order by a, person limit 1', []],
  ])('in %j a condition is missing for %j', (statement, left) => {
    expect(findUnscoped(statement)).toEqual(left)
  })
})
