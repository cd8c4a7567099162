import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, transact } from '../../../src/context.ts'
import { readJournal } from '../../../src/db/journal.ts'
import { flagBrowsing } from '../../../src/features/audit/flag-browsing.ts'
import { forgetAudit } from '../../../src/features/audit/forget.ts'
import { recordAccess } from '../../../src/features/audit/record.ts'
import { sealAudit } from '../../../src/features/audit/seal.ts'
import { verifyAudit } from '../../../src/features/audit/verify.ts'
import { journalHeads } from '../../../src/features/audit/journal-heads.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { aMentor, aProgramme, coordinatorOf } from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const site = useSite(house)
beforeEach(async () => {
  await aProgramme(house)
})

async function view(actor: Actor, count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => randomUUID())
  await transact(house.ctx(actor), (ctx) => recordAccess(ctx, 'person-viewed', ids))
}

describe('a colleague who views many people', () => {
  test('is flagged on the page of the record, once a day', async () => {
    const curious = await anAccount(house, { municipality: '0461' })
    const session = await site.enter(await anAccount(house, { municipality: '0461' }))
    await view(curious.actor, 50)
    expect(await flagBrowsing(house.ctx())).toBe(0)
    await view(curious.actor, 1)
    expect(await flagBrowsing(house.ctx())).toBe(1)
    expect(await flagBrowsing(house.ctx())).toBe(0)
    for (const lang of oneOf(['da', 'en', 'ar'])) {
      const { body } = await site.get(`/audit?lang=${lang}`, session)
      expect(body).toContain('id="flags"')
      expect(await validateHtml(body)).toEqual([])
    }
    house.clock.advance({ days: 1 })
    expect(await flagBrowsing(house.ctx())).toBe(0)
    await view(curious.actor, 51)
    expect(await flagBrowsing(house.ctx())).toBe(1)
    house.clock.advance({ days: 32 })
    expect((await site.get('/audit', session)).body).not.toContain('id="flags"')
  })

  test('is not flagged for lists, and is shown to no other municipality', async () => {
    await aProgramme(house, { municipality: '0265' })
    const ids = Array.from({ length: 60 }, () => randomUUID())
    await transact(house.ctx(coordinatorOf('0461')), (ctx) =>
      recordAccess(ctx, 'person-listed', ids),
    )
    expect(await flagBrowsing(house.ctx())).toBe(0)
    await view(coordinatorOf('0265'), 60)
    expect(await flagBrowsing(house.ctx())).toBe(1)
    const session = await site.enter(await anAccount(house, { municipality: '0461' }))
    expect((await site.get('/audit', session)).body).not.toContain('id="flags"')
  })
})

describe('the journalled heads of the record', () => {
  const faults = async () => (await verifyAudit(house.ctx())).findings.map(({ fault }) => fault)

  test('are on the chain while the record is not rewritten', async () => {
    await aMentor(house)
    for (let hours = 0; hours < 3; hours++) {
      await sealAudit(house.ctx())
      await journalHeads(house.ctx())
      await aMentor(house)
      house.clock.advance({ hours: 1 })
    }
    const lines = await readJournal(house.ctx().journal, 'heads')
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(line).toMatch(/^0461 \d+ [0-9a-f]{64}$/)
    await sealAudit(house.ctx())
    expect(await faults()).toEqual([])
    await transact(house.ctx(), (ctx) => forgetAudit(ctx, house.clock.now().subtract({ hours: 1 })))
    expect(await faults()).toEqual([])
  })

  test('reveal a record that was rewritten with a valid chain', async () => {
    await aMentor(house)
    await sealAudit(house.ctx())
    await journalHeads(house.ctx())
    await sql`do $$ begin
      set local session_replication_role = replica;
      delete from audit_entry where id = (select min(id::text)::uuid from audit_entry);
      delete from audit_link;
    end $$`.execute(house.db)
    await sealAudit(house.ctx())
    expect(await faults()).toEqual(['rewritten'])
  })
})
