import { beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { retention } from '../../../src/cli/retention.ts'
import type { Actor } from '../../../src/context.ts'
import { createToken } from '../../../src/features/accounts/tokens/create-token.ts'
import { openLink } from '../../../src/features/accounts/links/open-link.ts'
import { sealAudit } from '../../../src/features/audit/seal.ts'
import { verifyAudit } from '../../../src/features/audit/verify.ts'
import { endMatches } from '../../../src/features/matches/end.ts'
import { moveByHand } from '../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { applyRetention, countExpired } from '../../../src/features/privacy/apply-retention.ts'
import { rules } from '../../../src/features/privacy/rules.ts'
import { uploadSpreadsheet } from '../../../src/features/imports/upload.ts'
import { rejectProposal } from '../../../src/features/proposals/reject.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import {
  aContact,
  aDraft,
  aMatch,
  aMentee,
  aMentor,
  aProgramme,
  type Party,
  writeMails,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)

let unmatched: Party
let matched: Party
let staying: Party

let contact: Party
let spam: Party
let waiting: Party

beforeEach(async () => {
  const programme = await aProgramme(house)
  const now = house.clock.now()
  const by = house.ctx(programme.coordinator)
  contact = await aContact(house, programme)
  spam = await aMentor(house, { state: 'registered' })
  await house.db
    .updateTable('person')
    .set({ emailUnconfirmedSince: house.clock.now() })
    .where('id', '=', spam.personId)
    .execute()
  waiting = await aMentor(house, { state: 'registered' })
  await house.db
    .updateTable('person')
    .set({ newEmail: 'ny@example.dk', newEmailSince: now })
    .where('id', '=', waiting.personId)
    .execute()
  const interview = {
    siteId: programme.siteId,
    startsAt: now,
    bookedBy: 'x',
    bookedAt: now,
    changedAt: now,
  }
  const decided = { state: 'held', decision: 'selected', decidedAt: now, decidedBy: 'x' } as const
  await house.db
    .insertInto('interview')
    .values({
      ...{ ...interview, ...decided, enrolmentId: waiting.enrolmentId },
      ...{ municipality: '0461', reason: 'Taler roligt' },
    })
    .execute()
  const file = new TextEncoder().encode('Navn;E-mail\nOle;ole@example.dk\n')
  await uploadSpreadsheet(by, '0461', { role: 'mentor', file })
  unmatched = await aMentor(house)
  const match = await aMatch(house)
  matched = match.mentor
  staying = match.mentee
  const draft = await aDraft(house, { mentor: await aMentor(house), mentee: await aMentee(house) })
  await rejectProposal(by, draft.proposalId, { reason: 'De kender hinanden' })
  await writeMails(house)
  await site.enter({ personId: staying.personId })
  await openLink(house.ctx(), {
    purpose: 'sign-in',
    municipality: '0461',
    personId: staying.personId,
    lasts: Temporal.Duration.from({ hours: 1 }),
  })
  await createToken(by, { name: 'x', scope: 'stats:read', months: 1 }, () => 'x')
  await house.db.insertInto('attempt').values({ key: 'x', at: house.clock.now() }).execute()
  const asked = { browserHash: 'x', wordHash: 'x', askedAt: house.clock.now() }
  await house.db.insertInto('linkRequest').values(asked).execute()
  await moveByHand(by, unmatched.enrolmentId, { to: 'left', reason: 'Flyttet' })
  await endMatches(by, matched.enrolmentId)
  await moveByHand(by, matched.enrolmentId, { to: 'left', reason: 'Nyt arbejde' })
})

/** The age of the oldest row in days, computed without the rules. */
async function oldest(table: string, since: string, only = 'true'): Promise<number> {
  const { rows } = await sql<{ days: number | null }>`
    select extract(epoch from ${house.clock.now()}::timestamptz - min(${sql.raw(since)}))::float8 / 86400 as days
    from ${sql.table(table)} where ${sql.raw(only)}`.execute(house.db)
  return rows[0]!.days ?? 0
}

const daysOf = (name: string) => {
  const { keeps } = rules.find((rule) => rule.name === name)!
  return 'days' in keeps ? keeps.days : Math.ceil(keeps.months * 30.5 + 2)
}

/** Rule, table, column with the start of its period, and condition. */
type Check = [string, string, string, string?]
const soonForgotten: Check[] = [
  ['notes', 'enrolment_transition', 'at', 'reason is not null'],
  ['interviews', 'interview', 'decided_at', 'reason is not null'],
  ['rejections', 'proposal', 'decided_at', 'rejection_reason is not null'],
  ['addresses', 'person', 'new_email_since', 'new_email is not null'],
  ['mail', 'mail', 'handled_at', `state <> 'pending'`],
  ['files', 'spreadsheet', 'created_at'],
  ['links', 'mailed_link', 'coalesce(used_at, expires_at)'],
  ['requests', 'link_request', 'asked_at'],
  ['sessions', 'session', 'expires_at'],
  ['attempts', 'attempt', 'at'],
]

describe('retention', () => {
  test('deletes each kind of row on the day its period ends, and not before', async () => {
    const lastSeen = new Map<string, number>()
    let today = 0
    // The days around the ends of periods of 1, 7, 30 and 90 days.
    for (const day of [1, 2, 6, 7, 8, 29, 30, 31, 32, 89, 90, 91, 92]) {
      house.clock.advance({ days: day - today })
      today = day
      await applyRetention(house.ctx())
      for (const [name, table, since, only] of soonForgotten) {
        const age = await oldest(table, since, only)
        if (age > 0) lastSeen.set(name, Math.max(age, lastSeen.get(name) ?? 0))
      }
    }
    for (const [name] of soonForgotten) {
      // The day on which summer time ends has 25 hours.
      expect([name, lastSeen.get(name)! <= daysOf(name) + 1 / 24]).toEqual([name, true])
      expect([name, lastSeen.get(name)! > daysOf(name) - 1]).toEqual([name, true])
    }
  })

  test('over five years never leaves a row more than a day older than its rule allows', async () => {
    const ended = `not nameless and state = 'left'`
    const checks: Check[] = [
      ...soonForgotten,
      ['record', 'audit_entry', 'at'],
      ['never-begun', 'enrolment', 'state_since', `not nameless and state = 'contacted'`],
      ['tokens', 'api_token', 'expires_at'],
      ['closed', 'enrolment', 'state_since', ended],
      ['tombstones', 'erasure', 'at'],
    ]
    const seen = new Set<string>()
    for (let step = 0; step < 80; step++) {
      house.clock.advance({ days: 23 })
      for (const [name, table, since, only] of checks) {
        const age = await oldest(table, since, only)
        if (age > 0) seen.add(name)
      }
      await applyRetention(house.ctx())
      for (const [name, table, since, only] of checks)
        expect([name, (await oldest(table, since, only)) <= daysOf(name) + 1]).toEqual([name, true])
    }
    // Every rule had rows to delete.
    expect([...seen].sort()).toEqual(checks.map(([name]) => name).sort())
    await sealAudit(house.ctx())
    expect((await verifyAudit(house.ctx())).findings).toEqual([])
  })

  test('erases people who left after half a year without a match, and after two years with one', async () => {
    const isThere = async ({ personId }: Party) =>
      (await house.db.selectFrom('person').select('id').where('id', '=', personId).execute())
        .length === 1
    const thereAfter = async (days: number) => {
      house.clock.advance({ days })
      await applyRetention(house.ctx())
      return [await isThere(unmatched), await isThere(matched), await isThere(staying)]
    }
    expect(await thereAfter(175)).toEqual([true, true, true])
    expect(await thereAfter(10)).toEqual([false, true, true])
    expect(await thereAfter(535)).toEqual([false, true, true])
    expect(await thereAfter(15)).toEqual([false, false, true])
  })

  test('erases people who never got past first contact after half a year, but none who wait for staff', async () => {
    const here = async () => {
      const rows = await house.db.selectFrom('person').select('id').execute()
      const ids = rows.map(({ id }) => id)
      return [contact, spam, waiting].map(({ personId }) => ids.includes(personId))
    }
    house.clock.advance({ days: 180 })
    await applyRetention(house.ctx())
    expect(await here()).toEqual([true, true, true])
    house.clock.advance({ days: 5 })
    await applyRetention(house.ctx())
    expect(await here()).toEqual([false, false, true])
  })

  test('counts beforehand exactly what each rule then deletes', async () => {
    house.clock.advance({ days: 200 })
    const counted = (await countExpired(house.ctx())).map(({ rule, count }) => [rule.name, count])
    expect(counted).toContainEqual(['never-matched', 1])
    expect(counted).toContainEqual(['rejections', 1])
    let out = ''
    const io = { stdout: { write: (text: string) => (out += text) }, stderr: { write: () => {} } }
    expect(await retention(['--dry-run'], io, house.ctx())).toBe(0)
    expect(out).toContain('never-matched  6 months   1\n')
    expect((await countExpired(house.ctx())).map(({ rule, count }) => [rule.name, count])).toEqual(
      counted,
    )
    const taken = (await applyRetention(house.ctx())).map(({ rule, count }) => [rule.name, count])
    // An erasure deletes some free text before its own rule does.
    const notes = ([name]: (string | number)[]) =>
      name !== 'notes' && name !== 'mail' && name !== 'interviews'
    expect(taken.filter(notes)).toEqual(counted.filter(notes))
    for (const { count } of await countExpired(house.ctx())) expect(count).toBe(0)
    expect(await retention(['--sometimes'], io, house.ctx())).toBe(2)
  })

  test('tells a coordinator nothing of the number of jobs, attempts and browsers elsewhere', async () => {
    const at = house.clock.now()
    await house.db
      .insertInto('duty')
      .values({ name: 'mail', since: at, dueAt: at, givenUpAt: at })
      .execute()
    house.clock.advance({ days: 400 })
    const { actor: coordinator } = await anAccount(house, { municipality: '0461' })
    const names = ['jobs', 'attempts', 'devices']
    const of = async (actor?: Actor) =>
      (await countExpired(house.ctx(actor))).flatMap(({ rule, count }) =>
        names.includes(rule.name) && count > 0 ? [rule.name] : [],
      )
    expect(await of()).toEqual(['attempts', 'jobs'])
    expect(await of(coordinator)).toEqual([])
  })
})
