import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, transact } from '../../../src/context.ts'
import { followUpConcern } from '../../../src/features/concerns/follow-up.ts'
import { erasePerson } from '../../../src/features/privacy/erase.ts'
import { exportPerson } from '../../../src/features/privacy/export-person.ts'
import type { ListedRoute } from '../../../src/web/guard.ts'
import { formTokenOf } from '../../../src/web/forgery.ts'
import { rows } from '../../access/routes.ts'
import { anAccount } from '../../support/accounts.ts'
import { baseUrl, encode, sessionCookie, useSite } from '../../support/app.ts'
import { aConcern, type Reader, twoReaders } from '../../support/concerns.ts'
import { dump, linesWith } from '../../support/dump.ts'
import { useHouse } from '../../support/house.ts'
import { keys } from '../../support/keys.ts'
import { withoutFilter, withoutRules } from '../../support/layers.ts'
import { aPlace, type Place, useFixture } from '../../support/municipality.ts'
import { aMatch, aProgramme, coordinatorOf, writeMails } from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const site = useSite(house)

const today = Temporal.PlainDate.from('2026-11-23')

/** A concern that a mentee has reported about her pair and a reader has followed up. */
async function followedUp(given: { text?: string } = {}) {
  const programme = await aProgramme(house)
  const readers = await twoReaders(house, programme)
  const pair = await aMatch(house)
  const id = await aConcern(house, { personId: pair.mentee.personId, ...pair, ...given })
  const by = house.ctx(readers[0].actor)
  await followUpConcern(by, id, { kind: 'done', text: 'Kanarietrin', happenedOn: today }, keys)
  return { ...pair, programme, readers, id }
}

describe.each([
  ['the database’s rules alone', withoutFilter],
  ['the product’s own check alone', () => withoutRules(house)],
])('by %s', (layer, takeAway) => {
  let given: Awaited<ReturnType<typeof followedUp>>
  let giveBack: () => Promise<void>
  beforeEach(async () => {
    given = await followedUp()
    giveBack = await takeAway()
  })
  afterEach(() => giveBack())

  /** How many concerns, steps, tasks about concerns and entries about concerns the actor reads. */
  async function seenBy(actor: Actor): Promise<number[]> {
    return transact(house.ctx(actor), async ({ db }) => {
      const concerns = await db.selectFrom('concern').select('id').execute()
      const steps = await db.selectFrom('concernStep').select('id').execute()
      const tasks = await db.selectFrom('task').select('id').where('kind', '=', 'concern').execute()
      const entries = await db
        .selectFrom('auditEntry')
        .select('id')
        .where('action', 'like', 'concern-%')
        .execute()
      return [concerns.length, steps.length, tasks.length, entries.length]
    })
  }

  test('only the two readers and the system read concerns, steps, tasks and entries', async () => {
    const { readers, mentor, mentee } = given
    const person = (id: string): Actor => ({ kind: 'person', id, municipality: '0461' })
    const foreign = await anAccount(house, { municipality: '0265' })
    const administrator = await anAccount(house, { role: 'administrator' })
    const everybody: [string, Actor, number[]][] = [
      ['one reader', readers[0].actor, [1, 1, 1, 2]],
      ['the other reader', readers[1].actor, [1, 1, 1, 2]],
      ['the system', { kind: 'system' }, [1, 1, 1, 2]],
      ['the reporter', person(mentee.personId), [1, 0, 0, 0]],
      ['the other of the pair', person(mentor.personId), [0, 0, 0, 0]],
      ['another coordinator', coordinatorOf('0461'), [0, 0, 0, 0]],
      ['another municipality', foreign.actor, [0, 0, 0, 0]],
      ['an administrator', administrator.actor, [0, 0, 0, 0]],
      ['the public', { kind: 'public', municipality: '0461' }, [0, 0, 0, 0]],
      [
        'a client',
        { kind: 'client', id: mentor.personId, scopes: [], municipality: '0461' },
        [0, 0, 0, 0],
      ],
    ]
    for (const [who, actor, seen] of everybody)
      expect([who, ...(await seenBy(actor))]).toEqual([who, ...seen])
  })

  test('nobody but the readers changes a concern or its task', async () => {
    const other = coordinatorOf('0461')
    const reporter: Actor = { kind: 'person', id: given.mentee.personId, municipality: '0461' }
    for (const actor of [other, reporter])
      await transact(house.ctx(actor), async ({ db }) => {
        const changed = [
          await db.updateTable('concern').set({ state: 'new' }).executeTakeFirst(),
          await db
            .updateTable('task')
            .set({ doneBy: 'x' })
            .where('kind', '=', 'concern')
            .executeTakeFirst(),
        ]
        expect(changed.map(({ numUpdatedRows }) => numUpdatedRows)).toEqual([0n, 0n])
      })
    if (layer.startsWith('the product')) return
    const { id: programmeId } = given.programme
    const { accountId } = await anAccount(house)
    const intrusion = transact(house.ctx(other), ({ db }) =>
      db
        .insertInto('concernReader')
        .values({ municipality: '0461', programmeId, accountId, namedAt: house.clock.now() })
        .execute(),
    )
    await expect(intrusion).rejects.toMatchObject({ code: '42501' })
  })
})

test('raw SQL of the application’s role reads a concern only with a reader’s account', async () => {
  const { readers, id } = await followedUp()
  const restore = await withoutFilter()
  const read = (actor: Actor) =>
    transact(house.ctx(actor), async ({ db }) => {
      const { rows } = await sql<{ id: string; text: string }>`
        select id, text, current_user as role from concern`.execute(db)
      return rows
    })
  try {
    expect(await read(readers[1].actor)).toMatchObject([{ id, role: 'makker_app' }])
    expect(await read(coordinatorOf('0461'))).toEqual([])
    // An account that claims to be of the municipality, and one without a name.
    expect(await read({ ...coordinatorOf('0461'), id: '' })).toEqual([])
  } finally {
    await restore()
  }
})

const canary = 'Kanarietekst om uro'

describe('the canary of a concern', () => {
  const fixture = useFixture(house, async () => {
    const place = await aPlace(house, site, '0461')
    const [pair] = await house.db
      .selectFrom('match')
      .innerJoin('enrolment as mentor', 'mentor.id', 'match.mentorId')
      .innerJoin('enrolment as mentee', 'mentee.id', 'match.menteeId')
      .select(['mentor.personId as mentorId', 'mentee.personId as menteeId'])
      .where('match.id', '=', place.matchId)
      .execute()
    const { mentorId, menteeId } = pair!
    await house.db.deleteFrom('concern').execute()
    const id = await aConcern(house, { personId: menteeId, matchId: place.matchId, text: canary })
    const reader = { accountId: place.accountId }
    const readerActor: Actor = {
      ...{ kind: 'staff', id: place.accountId, name: 'x', role: 'coordinator' },
      municipality: '0461',
    }
    await followUpConcern(
      house.ctx(readerActor),
      id,
      { kind: 'authority_notified', text: 'Kanarietrin', happenedOn: today },
      keys,
    )
    const sessions: Record<string, string | undefined> = {
      nobody: undefined,
      administrator: await site.enter(await anAccount(house, { role: 'administrator' })),
      colleague: await site.enter(await anAccount(house, { name: 'Karen' })),
      'foreign colleague': await site.enter(await anAccount(house, { municipality: '0265' })),
      'the other of the pair': await site.enter({ personId: mentorId }),
      'the reporter': await site.enter({ personId: menteeId }),
      'another person': place.party,
    }
    return { place, id, reader: await site.enter(reader), sessions, menteeId }
  })

  const isLeak = (body: string, id: string) => body.includes('Kanarie' + 't') || body.includes(id)

  function get(
    route: ListedRoute,
    place: Place,
    id: string,
    by: { session?: string; bearer?: string },
  ) {
    const row = rows[`GET ${route.url}`] ?? {}
    const target = route.url.startsWith('/concerns/') ? id : row.target && place[row.target]
    const query = row.query === undefined ? '' : `?${new URLSearchParams(row.query(place))}`
    return site.inject({
      method: 'GET',
      url: `${route.url.replace(/:\w+/, target ?? 'x'.repeat(43))}${query}`,
      ...(by.session && { cookies: { [sessionCookie]: by.session } }),
      headers: by.bearer ? { authorization: `Bearer ${by.bearer}` } : {},
    })
  }

  test('is on no page, in no download and in no answer to anybody but the readers', async () => {
    const { place, id, reader, sessions } = fixture.current()
    const looked = site.app.inventory.filter(({ method }) => method === 'GET')
    const leaks: string[] = []
    let seen = 0
    const everybody = [
      ...Object.entries(sessions).map(([name, session]) => ({ name, ...(session && { session }) })),
      { name: 'a client', bearer: place.client },
      { name: 'a statistics client', bearer: place.statistics },
    ]
    for (const [at, route] of looked.entries())
      // As every kind of reader in `npm run test:pages`; here as a colleague, the reporter and one drawn.
      for (const by of new Set([everybody[2]!, everybody[5]!, ...oneOf(everybody, at)])) {
        const { statusCode, body } = await get(route, place, id, by)
        if (statusCode === 200) seen++
        // The page that says that there is none has links to itself.
        const isAsked = route.url.startsWith('/concerns/')
        if (isLeak(body, isAsked ? canary : id) || (isAsked && statusCode === 200))
          leaks.push(`${route.url} for ${by.name}`)
      }
    // Who reported it gets their own words in their own download.
    expect(leaks).toEqual(['/me/export for the reporter'])
    expect(seen).toBeGreaterThan(100)
    const found: string[] = []
    for (const route of looked)
      if (isLeak((await get(route, place, id, { session: reader })).body, id)) found.push(route.url)
    expect(found.sort()).toEqual(['/concerns', '/concerns/:id', '/tasks'])
  })

  test('is in no mail, no spreadsheet and no other row of the database in clear', async () => {
    const { id, sessions } = fixture.current()
    const mails = await writeMails(house)
    expect(JSON.stringify(mails)).not.toMatch(/Kanariet/)
    expect(JSON.stringify(mails)).not.toContain(id)
    const session = sessions.colleague!
    for (const file of ['csv', 'xlsx']) {
      const answer = await site.inject({
        method: 'POST',
        url: `/people/export.${file}`,
        cookies: { [sessionCookie]: session },
        headers: { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
        payload: encode({ _form: formTokenOf(session) }),
      })
      expect(answer.statusCode).toBe(200)
      expect(isLeak(answer.body, id)).toBe(false)
    }
    expect(linesWith(await dump(house), ['Kanarietekst', 'Kanarietrin'])).toEqual([])
  })

  test('is in no download about the reporter that a colleague makes, not even a reader', async () => {
    const { place, id, menteeId } = fixture.current()
    const reader: Actor = { ...coordinatorOf('0461'), id: place.accountId }
    for (const actor of [reader, coordinatorOf('0461')]) {
      const text = JSON.stringify(await exportPerson(house.ctx(actor), menteeId))
      expect(isLeak(text, id)).toBe(false)
      expect(text).not.toContain('sealed:')
    }
  })
})

test('erasing a person leaves a concern about them to its readers, without the link to the person', async () => {
  const { id, mentor, mentee, readers } = await followedUp({ text: canary })
  const by = house.ctx(coordinatorOf('0461'))
  for (const { enrolmentId } of [mentee, mentor]) await erasePerson(by, enrolmentId)
  const row = await house.db.selectFrom('concern').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ id, reporterPersonId: null })
  const entries = await house.db
    .selectFrom('auditEntry')
    .select('actor')
    .where('action', '=', 'concern-reported')
    .execute()
  expect(entries).toEqual([{ actor: 'person' }])
  expect(linesWith(await dump(house), [mentee.personId, mentor.personId])).toEqual([])
  const [rikke] = readers as [Reader, Reader]
  const page = await site.get(`/concerns/${id}`, await site.enter(rikke))
  expect(page.body).toContain(canary)
  expect(page.body).toContain('Den, der skrev, er slettet')
})
