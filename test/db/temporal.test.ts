import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useHouse } from '../support/house.ts'

const house = useHouse()

async function storeProgramme(at: Temporal.Instant): Promise<string> {
  const { id } = await house.db
    .insertInto('programme')
    .values({ municipality: '0461', name: 'Odense', createdAt: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

describe('a moment', () => {
  test.each([
    '2026-11-23T09:00:00Z',
    '2026-11-23T09:00:00.123456Z',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '1969-12-31T23:59:59.999999Z',
    '1890-01-01T00:00:00Z',
    '2099-12-31T23:59:59Z',
  ])('%s is read back as it was', async (text) => {
    await storeProgramme(Temporal.Instant.from(text))
    const { createdAt } = await house.db
      .selectFrom('programme')
      .select('createdAt')
      .executeTakeFirstOrThrow()
    expect(createdAt).toBeInstanceOf(Temporal.Instant)
    expect(createdAt.toString()).toBe(Temporal.Instant.from(text).toString())
  })

  test.each(['UTC', 'Europe/Copenhagen', 'Asia/Kathmandu', 'America/St_Johns'])(
    'is the same on a server in the time zone %s',
    async (zone) => {
      // Copenhagen had an offset with seconds before 1894.
      const at = ['1890-01-01T00:00:00Z', '2026-07-01T12:00:00.5Z', '2026-12-01T12:00:00Z']
      const moments = at.map((text) => Temporal.Instant.from(text))
      for (const moment of moments) await storeProgramme(moment)
      await house.db.transaction().execute(async (db) => {
        await sql`select set_config('timezone', ${zone}, true)`.execute(db)
        const rows = await db
          .selectFrom('programme')
          .select('createdAt')
          .orderBy('createdAt')
          .execute()
        expect(rows.map((row) => row.createdAt.toString())).toEqual(moments.map(String))
      })
    },
  )

  test('is read back to the microsecond', async () => {
    const from = Temporal.Instant.from('1900-01-01T00:00Z').epochNanoseconds / 1000n
    const to = Temporal.Instant.from('2200-01-01T00:00Z').epochNanoseconds / 1000n
    const moments = fc
      .sample(fc.bigInt({ min: from, max: to }), { numRuns: 500, seed: 2 })
      .map((microseconds) => Temporal.Instant.fromEpochNanoseconds(microseconds * 1000n))
    const stored = await house.db
      .insertInto('programme')
      .values(moments.map((createdAt) => ({ municipality: '0461', name: 'Odense', createdAt })))
      .returning('createdAt')
      .execute()
    expect(stored.map((row) => row.createdAt.toString())).toEqual(moments.map(String))
  })

  test('finds its row: compared, listed, and written into plain SQL', async () => {
    const at = Temporal.Instant.from('2026-11-23T09:00:00.123456Z')
    const id = await storeProgramme(at)
    const programmes = house.db.selectFrom('programme').select('id')
    expect(await programmes.where('createdAt', '=', at).execute()).toEqual([{ id }])
    expect(await programmes.where('createdAt', 'in', [at]).execute()).toEqual([{ id }])
    expect(await programmes.where('createdAt', '<', at).execute()).toEqual([])
    const { rows } = await sql`select id from programme where created_at = ${at}`.execute(house.db)
    expect(rows).toEqual([{ id }])
  })

  test('that is not set is null', async () => {
    const { disabledAt } = await house.db
      .insertInto('account')
      .values({
        email: 'anne@odense.example',
        name: 'Anne',
        role: 'coordinator',
        municipality: '0461',
        locale: 'da',
        createdAt: house.clock.now(),
      })
      .returning('disabledAt')
      .executeTakeFirstOrThrow()
    expect(disabledAt).toBeNull()
  })
})

test.each(['2024-02-29', '2026-11-23', '1931-01-01'])('the day %s is read back', async (text) => {
  const day = Temporal.PlainDate.from(text)
  const token = {
    municipality: '0461',
    name: 'statistics',
    scopes: ['report:read'],
    createdBy: 'system',
    createdAt: house.clock.now(),
    expiresAt: house.clock.now(),
    lastUsedOn: day,
  }
  await house.db.insertInto('apiToken').values(token).execute()
  const row = await house.db
    .selectFrom('apiToken')
    .select('lastUsedOn')
    .where('lastUsedOn', '=', day)
    .executeTakeFirstOrThrow()
  expect(row.lastUsedOn).toBeInstanceOf(Temporal.PlainDate)
  expect(row.lastUsedOn?.toString()).toBe(text)
})

test('an hour of the day is text, the same on both engines', async () => {
  const { id } = await house.db
    .insertInto('person')
    .values({
      municipality: '0461',
      name: 'Amal',
      channel: 'phone',
      locale: 'ar',
      residence: '0461',
      createdAt: house.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const row = await house.db
    .insertInto('availability')
    .values({ municipality: '0461', personId: id, day: 1, starts: '08:00', ends: '16:30' })
    .returning(['starts', 'ends'])
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ starts: '08:00:00', ends: '16:30:00' })
})
