import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { verifyRecord } from '../../../src/cli/verify-audit.ts'
import { transact } from '../../../src/context.ts'
import { forgetAudit } from '../../../src/features/audit/forget.ts'
import { sealAudit } from '../../../src/features/audit/seal.ts'
import { anonymiseAudit } from '../../../src/features/audit/anonymise.ts'
import { verifyAudit } from '../../../src/features/audit/verify.ts'
import { useHouse } from '../../support/house.ts'
import { aContact, aMentor, aProgramme } from '../../support/people.ts'

const house = useHouse()

async function ids(): Promise<string[]> {
  const rows = await house.db
    .selectFrom('auditLink')
    .select('entryId')
    .where('municipality', '=', '0461')
    .orderBy('position')
    .execute()
  return rows.map((row) => row.entryId)
}

/** Changes rows as the database superuser can: without triggers and constraints. */
async function tamper(statement: string): Promise<void> {
  await sql
    .raw(`do $$ begin set local session_replication_role = replica; ${statement}; end $$`)
    .execute(house.db)
}

async function named(): Promise<string[]> {
  const { findings } = await verifyAudit(house.ctx())
  return findings.map(({ fault, entryId }) => `${fault} ${entryId}`)
}

let personId: string
let enrolmentId: string

beforeEach(async () => {
  const odense = await aProgramme(house)
  ;({ personId, enrolmentId } = await aMentor(house))
  await aContact(house, odense)
  await aProgramme(house, { municipality: '0265' })
  await sealAudit(house.ctx())
})

describe('the record of who did what', () => {
  test.each([
    "update audit_entry set actor = 'public'",
    'delete from audit_entry',
    'truncate audit_entry',
  ])('refuses the application, and its owner too: %s', async (statement) => {
    const code = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { code: string }) => error.code,
      )
    const asApplication = transact(house.ctx(), (ctx) => sql.raw(statement).execute(ctx.db))
    expect(await code(asApplication)).toBe('42501')
    expect(await code(sql.raw(statement).execute(house.db))).toBe('42501')
  })

  test('verifies when untouched, also with entries that are not sealed yet', async () => {
    expect((await ids()).length).toBeGreaterThan(5)
    await aMentor(house)
    expect(await named()).toEqual([])
  })

  test('reports an entry whose actor, person, action or time was changed', async () => {
    const [first, second, third, fourth] = await ids()
    await tamper(`update audit_entry set actor = 'public' where id = '${first}'`)
    await tamper(`update audit_entry set person_id = uuidv7() where id = '${second}'`)
    await tamper(`update audit_entry set action = 'person-viewed' where id = '${third}'`)
    await tamper(`update audit_entry set at = at - interval '1 minute' where id = '${fourth}'`)
    expect(await named()).toEqual([first, second, third, fourth].map((id) => `edited ${id}`))
  })

  test('reports an entry that was deleted, with and without its link', async () => {
    const [, second, third, fourth] = await ids()
    await tamper(`delete from audit_entry where id = '${second}'`)
    expect(await named()).toEqual([`deleted ${second}`])
    await tamper(`delete from audit_link where entry_id = '${third}'`)
    expect(await named()).toContain(`moved ${fourth}`)
  })

  test('reports entries that were exchanged', async () => {
    const [first, second] = await ids()
    const move = (from: string, to: string) =>
      tamper(`update audit_link set entry_id = '${to}' where entry_id = '${from}'`)
    const nowhere = '00000000-0000-0000-0000-000000000000'
    await move(first!, nowhere)
    await move(second!, first!)
    await move(nowhere, second!)
    expect(await named()).toEqual([`edited ${second}`, `edited ${first}`])
  })

  test('verifies after a person is anonymised', async () => {
    await transact(house.ctx(), (ctx) => anonymiseAudit(ctx, { personId, ids: [enrolmentId] }))
    const text = JSON.stringify(await house.db.selectFrom('auditEntry').selectAll().execute())
    expect(text).not.toContain(personId)
    expect(text).not.toContain(enrolmentId)
    expect(await named()).toEqual([])
  })

  test('verifies after the oldest entries expire, and grows from there', async () => {
    house.clock.advance({ hours: 48 })
    const before = house.clock.now()
    house.clock.advance({ hours: 1 })
    const young = await aMentor(house)
    const old = (await ids()).length
    const gone = await transact(house.ctx(), (ctx) => forgetAudit(ctx, before))
    expect(gone).toBeGreaterThanOrEqual(old)
    const left = await house.db.selectFrom('auditEntry').select(['at', 'personId']).execute()
    expect(new Set(left.map((entry) => entry.personId))).toEqual(new Set([young.personId]))
    expect(await named()).toEqual([])
    const [first] = await ids()
    await tamper(`delete from audit_entry where id = '${first}'`)
    expect(await named()).toEqual([`deleted ${first}`])
  })

  test('is verified on the command line, with a line per finding and an exit status', async () => {
    let out = ''
    let error = ''
    const io = {
      stdout: { write: (text: string) => (out += text) },
      stderr: { write: (text: string) => (error += text) },
    }
    expect(await verifyRecord(io, house.ctx())).toBe(0)
    expect(out).toMatch(/^0265 3 [0-9a-f]{64}\n0461 \d+ [0-9a-f]{64}\nThe record is whole\.\n$/)
    const [first] = await ids()
    await tamper(`delete from audit_entry where id = '${first}'`)
    expect(await verifyRecord(io, house.ctx())).toBe(1)
    expect(error).toBe(`0461 1: entry ${first} is gone\n`)
  })
})

test('an entry for an unknown municipality is refused, also for the database owner', async () => {
  const entry = { at: house.clock.now(), actor: 'system', action: 'person-viewed' }
  const writing = house.db
    .insertInto('auditEntry')
    .values(['0461', '9999'].map((municipality) => ({ ...entry, municipality })))
    .execute()
  await expect(writing).rejects.toMatchObject({ code: '23503' })
})
