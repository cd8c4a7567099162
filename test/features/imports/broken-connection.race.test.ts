import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { transact } from '../../../src/context.ts'
import { confirmImport } from '../../../src/features/imports/confirm-import.ts'
import { workSpreadsheet } from '../../../src/features/imports/jobs.ts'
import { uploadSpreadsheet } from '../../../src/features/imports/upload.ts'
import { aLease } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { aProgramme, coordinatorOf } from '../../support/people.ts'

const house = useHouse()

/** Counts the visible people; those written by an unfinished import are hidden. */
const countPeople = async () =>
  transact(house.ctx(coordinatorOf('0461')), async (ctx) => {
    const people = await ctx.db.selectFrom('person').select('id').execute()
    return people.length
  })

test('an import whose connection dies at any statement shows no one, and can be confirmed again', async () => {
  const programme = await aProgramme(house)
  const by = house.ctx(programme.coordinator)
  const rows = Array.from({ length: 3_000 }, (_, at) => `Navn ${at};n${at}@example.dk`)
  const file = new TextEncoder().encode(`Navn;E-mail\n${rows.join('\n')}`)
  const id = await uploadSpreadsheet(by, '0461', { role: 'mentor', file })
  for (const wait of [1, 5, 20, 60, 120]) {
    await confirmImport(by, id, { known: 'skip', consent: 'on' }, 'da')
    const work = workSpreadsheet(house.ctx(), id, aLease).catch(() => 'died')
    await new Promise((resolve) => setTimeout(resolve, wait))
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
        and query ilike any(array['%insert into%', '%update %', '%spreadsheet_row%'])
        and state <> 'idle'`.execute(house.db)
    await work
    expect([0, 3_000]).toContain(await countPeople())
    if ((await countPeople()) > 0) break
  }
  await house.db
    .updateTable('spreadsheet')
    .set({ state: 'queued' })
    .where('state', '<>', 'done')
    .execute()
  await workSpreadsheet(house.ctx(), id, aLease)
  expect(await countPeople()).toBe(3_000)
})
