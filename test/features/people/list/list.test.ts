import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { countPeople, listPeople } from '../../../../src/features/people/list/list-people.ts'
import { ListPeople } from '../../../../src/features/people/list/schema.ts'
import { moveByHand } from '../../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { useHouse } from '../../../support/house.ts'
import { aMentee, aMentor, aProgramme, type Programme } from '../../../support/people.ts'

const house = useHouse()
let odense: Programme
beforeEach(async () => {
  odense = await aProgramme(house)
})

async function list(query: Record<string, string>) {
  return listPeople(house.ctx(odense.coordinator), ListPeople.parse(query))
}
async function names(query: Record<string, string>): Promise<string[]> {
  return (await list(query)).people.map(({ name }) => name)
}

describe('searching for people', () => {
  test.each([
    ['soren', 'Søren Ågård'],
    ['Soeren aag', 'Søren Ågård'],
    ['ågå sør', 'Søren Ågård'],
    ['فاطمه', 'فاطمة أحمد'],
    ['احمد', 'فاطمة أحمد'],
    ['oconn', "Siobhán O'Connor-Smith"],
    ['smith', "Siobhán O'Connor-Smith"],
    ['siobhan', "Siobhán O'Connor-Smith"],
    ['soren.aa@EXAMPLE.dk', 'Søren Ågård'],
    ['12 34 56', 'Søren Ågård'],
    ['+45 12345678', 'Søren Ågård'],
    ['0045 1234 5678', 'Søren Ågård'],
  ])('%s finds only %s', async (q, found) => {
    await aMentor(house, {
      name: 'Søren Ågård',
      email: 'soren.aa@example.dk',
      phone: '12345678',
    })
    await aMentor(house, { name: "Siobhán O'Connor-Smith", email: 'x@example.dk' })
    await aMentee(house, { name: 'فاطمة أحمد', email: 'f@example.dk' })
    expect(await names({ q })).toEqual([found])
  })

  test('finds by the beginning of a word, not by its middle, and by all words together', async () => {
    await aMentor(house, { name: 'Ida Winther' })
    expect(await names({ q: 'inther' })).toEqual([])
    expect(await names({ q: 'ida holm' })).toEqual([])
    expect(await names({ q: 'wint ida' })).toEqual(['Ida Winther'])
  })

  test('finds a renamed person by the new name only', async () => {
    const { personId } = await aMentor(house, { name: 'Ida Winther' })
    await house.db
      .updateTable('person')
      .set({ name: 'Ida Holm' })
      .where('id', '=', personId)
      .execute()
    expect(await names({ q: 'winther' })).toEqual([])
    expect(await names({ q: 'holm' })).toEqual(['Ida Holm'])
  })

  test('finds no one of another municipality, by any filter or order', async () => {
    const herning = await aProgramme(house, { municipality: '0657' })
    await aMentor(house, { name: 'Kanarie Fugl', residence: '0657' })
    for (const query of [{ q: 'kanarie' }, { sort: 'name' }, { language: 'da' }, {}])
      expect(await names(query as Record<string, string>)).toEqual([])
    const by = house.ctx(herning.coordinator)
    expect((await listPeople(by, ListPeople.parse({ q: 'kanarie' }))).people).toHaveLength(1)
    expect(await countPeople(house.ctx(odense.coordinator), {})).toEqual([])
  })

  test.each(["'; drop table person --", '%', '\\', '_', '(', '\u0651'])(
    'takes %j as text',
    async (q) => {
      await aMentor(house, { name: 'Ida Winther' })
      await expect(list({ q })).resolves.toBeDefined()
    },
  )
})

describe('filtering and counting', () => {
  beforeEach(async () => {
    const state = 'registered'
    await aMentor(house, { name: 'Ida', state, languages: [{ tag: 'uk', level: 'native' }] })
    const bo = await aMentor(house, { name: 'Bo', state })
    await aMentee(house, { name: 'Amal', state, residence: '0440' })
    house.clock.advance({ days: 40 })
    await moveByHand(house.ctx(odense.coordinator), bo.enrolmentId, { to: 'interviewed' })
  })

  test.each([
    [{ role: 'mentor' }, ['Ida', 'Bo']],
    [{ programme: '0190f5fe-7c00-7a00-8000-000000000001' }, []],
    [{ role: 'mentor', state: 'interviewed' }, ['Bo']],
    [{ state: 'registered' }, ['Ida', 'Amal']],
    [{ waitingDays: '30' }, ['Ida', 'Amal']],
    [{ waitingDays: '50' }, []],
    [{ language: 'uk' }, ['Ida']],
    [{ residence: '0440' }, ['Amal']],
    [{ language: 'uk', role: 'mentee' }, []],
  ])('%j', async (query, expected) => {
    expect(await names(query as Record<string, string>)).toEqual(expected)
  })

  test('finds the mentors who lack a requirement, until they meet it', async () => {
    const { id, municipality } = odense
    const { enrolmentId } = (await house.db
      .selectFrom('enrolment')
      .select('id as enrolmentId')
      .where('role', '=', 'mentor')
      .orderBy('createdAt')
      .orderBy('id')
      .executeTakeFirst())!
    const kind = 'confidentiality' as const
    await house.db
      .insertInto('programmeRequirement')
      .values({ municipality, programmeId: id, kind })
      .onConflict((c) => c.doNothing())
      .execute()
    expect(await names({ missing: kind })).toEqual(['Ida', 'Bo'])
    const metOn = Temporal.PlainDate.from('2026-11-01')
    await house.db
      .insertInto('requirement')
      .values({ municipality, enrolmentId, kind, metOn })
      .execute()
    expect(await names({ missing: kind })).toEqual(['Bo'])
  })

  test('counts within every filter except role and state', async () => {
    const ctx = house.ctx(odense.coordinator)
    const all = [
      { role: 'mentor', state: 'registered', count: 1 },
      { role: 'mentor', state: 'interviewed', count: 1 },
      { role: 'mentee', state: 'registered', count: 1 },
    ]
    expect(await countPeople(ctx, {})).toEqual(all)
    expect(await countPeople(ctx, { role: 'mentee', state: 'left' })).toEqual(all)
    expect(await countPeople(ctx, { waitingDays: 30 })).toEqual([all[0], all[2]])
    expect(await countPeople(ctx, { q: 'amal' })).toEqual([all[2]])
  })
})

describe('paging', () => {
  const everyone = ['Bo', 'Ida', 'Jens', 'Zoe', 'Æsel', 'Øjvind', 'Åse']
  beforeEach(async () => {
    for (const name of ['Zoe', 'Åse', 'Ida', 'Øjvind', 'Bo', 'Æsel', 'Jens'])
      await aMentor(house, { name })
  })

  test.each(['waiting', 'newest', 'name'])(
    'goes forward and back in the order %s',
    async (sort) => {
      const forth: string[] = []
      let page = await list({ sort, limit: '3' })
      expect(page.previous).toBeNull()
      for (;;) {
        forth.push(...page.people.map(({ name }) => name))
        if (page.next === null) break
        page = await list({ sort, limit: '3', cursor: page.next })
      }
      expect(forth.toSorted()).toEqual(everyone.toSorted())
      if (sort === 'name') expect(forth).toEqual(everyone)
      const back = page.people.map(({ name }) => name)
      while (page.previous !== null) {
        page = await list({ sort, limit: '3', cursor: page.previous })
        back.unshift(...page.people.map(({ name }) => name))
      }
      expect(back).toEqual(forth)
    },
  )

  test('neither repeats nor shifts people when another joins meanwhile', async () => {
    const first = await list({ sort: 'name', limit: '3' })
    await aMentor(house, { name: 'Adam' })
    const second = await list({ sort: 'name', limit: '3', cursor: first.next! })
    expect(second.people.map(({ name }) => name)).toEqual(['Zoe', 'Æsel', 'Øjvind'])
  })

  test('starts over when the person at the cursor is gone', async () => {
    const first = await list({ sort: 'name', limit: '3' })
    await house.db.deleteFrom('person').where('name', '=', 'Jens').execute()
    const second = await list({ sort: 'name', limit: '3', cursor: first.next! })
    expect(second.people.map(({ name }) => name)).toEqual(['Bo', 'Ida', 'Zoe'])
  })
})

test('speakers of a language are found in the same order, whether it is rare or common', async () => {
  for (const name of ['Sara Haile', 'Abel Tesfay'])
    await aMentor(house, { name, languages: [{ tag: 'ti', level: 'native' }] })
  const few = await names({ language: 'ti', sort: 'name' })
  await sql`
    with crowd as (
      insert into person (municipality, name, email, channel, locale, residence, created_at)
      select '0461', 'Zoe Yilmaz ' || n, n || '@example.dk', 'email', 'da', '0461', now()
      from generate_series(1, 3100) as n returning id)
    insert into person_language (municipality, person_id, tag, level)
    select '0461', id, 'ti', 'native' from crowd`.execute(house.db)
  expect(few).toEqual(['Abel Tesfay', 'Sara Haile'])
  expect(await names({ language: 'ti', sort: 'name' })).toEqual(few)
})
