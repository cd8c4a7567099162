import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { exportPerson } from '../../../src/features/privacy/export-person.ts'
import { askErasure } from '../../../src/features/privacy/ask-erasure.ts'
import { withdrawConsent } from '../../../src/features/privacy/withdraw-consent.ts'
import { openLink } from '../../../src/features/accounts/links/open-link.ts'
import { useSite, sessionCookie } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { aMeeting, aProgramme, aRun } from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)

const leading = ['person_id', 'enrolment_id', 'mentor_id', 'mentee_id']

/** Every table with a column that refers to people by name, found without foreign keys. */
async function tablesOfPeople(): Promise<{ table: string; columns: string[] }[]> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select table_name as table, array_agg(column_name::text) as columns
    from information_schema.columns
    where table_schema = 'public' and column_name = any(${leading}::text[])
    group by table_name order by table_name`.execute(house.db)
  return rows
}

test('an export holds every row of every table that refers to the person', async () => {
  const odense = await aProgramme(house)
  await aRun(house)
  const { mentor, mentee } = await aMeeting(house, odense)
  const person = { id: mentor.personId, municipality: '0461' }
  await askErasure(house.ctx({ kind: 'person', ...person }), person)
  await withdrawConsent(house.ctx(), mentor.personId, { purpose: 'sharing', way: 'in-person' })
  await site.enter({ personId: mentor.personId })
  await openLink(house.ctx(), {
    purpose: 'answer',
    ...{ municipality: '0461', personId: mentor.personId },
    lasts: Temporal.Duration.from({ hours: 1 }),
  })
  const by = house.ctx(odense.coordinator)
  const data = await exportPerson(by, mentor.personId)
  const missing: string[] = []
  const ids = [mentor.personId, mentor.enrolmentId]
  let held = 0
  for (const { table, columns } of await tablesOfPeople()) {
    // The export shows audit entries as its access log, and search terms only repeat the person's
    // row.
    if (table === 'audit_entry' || table === 'person_term') continue
    const leads = columns.map((column) => sql`${sql.ref(column)} = any(${ids}::uuid[])`)
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from ${sql.table(table)} where ${sql.join(leads, sql` or `)}`.execute(
      house.db,
    )
    held += Number(rows[0]!.n)
    if ((data[table]?.length ?? 0) !== Number(rows[0]!.n)) missing.push(table)
  }
  expect(missing).toEqual([])
  expect(held).toBeGreaterThan(15)
  expect(data.person).toMatchObject([{ id: mentor.personId }])
  expect(data.meeting).toHaveLength(1)
  const text = JSON.stringify(data)
  expect(text).not.toContain('Karin')
  expect(text).not.toContain(`staff:`)
  // The other party appears as an id only.
  const other = await house.db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', mentee.personId)
    .executeTakeFirstOrThrow()
  expect(text).not.toContain(other.name)
  expect(text).not.toContain(other.email)
})

test('an export lists who viewed the data, including the exporting colleague, without names', async () => {
  const odense = await aProgramme(house)
  const { mentor } = await aMeeting(house, odense)
  const data = await exportPerson(house.ctx(odense.coordinator), mentor.personId)
  expect(data.access_log).toContainEqual(
    expect.objectContaining({ action: 'person-exported', by: 'staff' }),
  )
})

test('a person downloads their own data; a colleague must confirm their identity first', async () => {
  const odense = await aProgramme(house)
  const { mentor } = await aMeeting(house, odense)
  const session = await site.enter({ personId: mentor.personId })
  const own = await site.inject({ url: '/me/export', cookies: { [sessionCookie]: session } })
  expect(own.statusCode).toBe(200)
  expect(own.headers['content-disposition']).toContain('attachment')
  expect(own.json().person).toMatchObject([{ id: mentor.personId }])
})
