import { promises as fs } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createEngine } from '../../src/db/embedded-template.ts'
import { type Database, openEmbedded, openPostgres } from '../../src/db/open.ts'
import { createDatabase, dropDatabase } from '../support/postgres.ts'

let database: Database
let address: string | undefined

beforeAll(async () => {
  if (inject('engine') === 'embedded') {
    database = openEmbedded(await createEngine())
  } else {
    address = await createDatabase(inject('maintenance'))
    database = openPostgres(address, 2)
  }
})
afterAll(async () => {
  await database?.close()
  if (address) await dropDatabase(inject('maintenance'), address)
})

const id = (number: number) => `0190f5fe-7c00-7a00-8000-${String(number).padStart(12, '0')}`
const [programme, site, mette, ole, account] = [1, 2, 3, 4, 5].map(id)

test('migrating books what is planned, and of two that overlap only the first', async () => {
  const db = database.kysely.withoutPlugins()
  const migrator = new Migrator({
    db,
    provider: new FileMigrationProvider({
      fs,
      path,
      migrationFolder: path.join(import.meta.dirname, '../../migrations'),
    }),
  })
  const before = await migrator.migrateTo('0042-tasks-and-questions')
  expect(before.error).toBeUndefined()
  await sql
    .raw(
      `do $$ begin
      perform set_config('app.municipality', '*', true);
      insert into programme (id, municipality, name, created_at) values ('${programme}', '0461', 'P', now());
      insert into site (id, municipality, name, address) values ('${site}', '0461', 'B', 'T');
      insert into account (id, email, name, role, municipality, locale, created_at)
        values ('${account}', 'k@x.dk', 'K', 'coordinator', '0461', 'da', now());
      insert into person (id, municipality, name, residence, locale, channel, created_at) values
        ('${mette}', '0461', 'Mette', '0461', 'da', 'letter', now()), ('${ole}', '0461', 'Ole', '0461', 'da', 'letter', now());
      insert into enrolment (id, municipality, programme_id, person_id, role, state, state_since, created_at) values
        ('${id(13)}', '0461', '${programme}', '${mette}', 'mentor', 'ready', now(), now()),
        ('${id(14)}', '0461', '${programme}', '${ole}', 'mentor', 'interview_booked', now(), now());
      insert into meeting (id, municipality, programme_id, type, state, starts_at, ends_at, site_id, created_by, created_at)
        select m.id::uuid, '0461', '${programme}', 'meeting', m.state::meeting_state, m.at::timestamptz,
          m.at::timestamptz + interval '1 hour', '${site}', 'system', now()
        from (values ('${id(20)}', 'scheduled', '2027-03-28T10:00Z'), ('${id(21)}', 'scheduled', '2027-03-28T10:30Z'),
          ('${id(22)}', 'cancelled', '2027-03-28T12:00Z'), ('${id(23)}', 'scheduled', '2027-03-28T11:00Z')) as m (id, state, at);
      insert into participant (municipality, meeting_id, person_id)
        select '0461', id, '${mette}' from meeting;
      insert into interview (id, municipality, enrolment_id, starts_at, site_id, booked_by, booked_at) values
        ('${id(30)}', '0461', '${id(14)}', '2027-03-28T10:15Z', '${site}', 'staff:${account}', now());
    end $$`,
    )
    .execute(db)
  const after = await migrator.migrateTo('0043-places-and-bookings')
  expect(after.error).toBeUndefined()
  const { rows } = await db.transaction().execute(async (db) => {
    await sql`select set_config('app.municipality', '*', true)`.execute(db)
    return sql`select kind::text, holder::text, coalesce(meeting_id, interview_id)::text as what
      from booking order by lower(during), holder`.execute(db)
  })
  expect(rows).toEqual([
    { kind: 'person', holder: mette, what: id(20) },
    { kind: 'person', holder: ole, what: id(30) },
    { kind: 'account', holder: account, what: id(30) },
    { kind: 'person', holder: mette, what: id(23) },
  ])
})
