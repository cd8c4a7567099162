import { beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import { readDemoConfig } from '../src/config.ts'
import type { Actor } from '../src/context.ts'
import { demoClock, resumeClock } from '../src/demo/clock.ts'
import { findDemoUsers } from '../src/demo/find.ts'
import { openDemo } from '../src/demo/open.ts'
import { listAtRisk } from '../src/features/follow-up/at-risk/list-at-risk.ts'
import { erasePerson } from '../src/features/privacy/erase.ts'
import { measureReport } from '../src/features/reports/measure.ts'
import { runMatching } from '../src/features/runs/queue/run.ts'
import { useHouse } from './support/house.ts'
import { validateHtml } from './support/html.ts'
import { useFixture } from './support/municipality.ts'

const house = useHouse()
const config = readDemoConfig({ LOG_LEVEL: 'silent' })
let app: Awaited<ReturnType<typeof buildApp>>
beforeAll(async () => {
  app = await buildApp(house.ctx(), config, demoClock())
  await app.ready()
  return () => app.close()
})

const open = () => openDemo(house.ctx(), app, config)
const opened = useFixture(house, open)
const coordinatorOf = (municipality: string): Actor => ({
  kind: 'staff',
  id: '00000000-0000-4000-8000-000000000000',
  name: 'Karin',
  role: 'coordinator',
  municipality,
})

describe('the demo', () => {
  test('has Odense as in the source report, and a run there pairs all five', async () => {
    const { figures } = await measureReport(house.ctx(coordinatorOf('0461')), {
      municipality: '0461',
      from: Temporal.PlainDate.from('2026-01-01'),
      to: Temporal.PlainDate.from('2027-01-01'),
      audience: 'internal',
    })
    expect(figures.mentees).toMatchObject({ contacted: 10, participating: 5 })
    expect(figures.mentors).toMatchObject({ selected: 5 })
    expect(figures.newMatches).toBe(0)
    const sexes = await house.db
      .selectFrom('enrolment')
      .innerJoin('person', 'person.id', 'enrolment.personId')
      .select('person.sex')
      .where('enrolment.municipality', '=', '0461')
      .where('enrolment.role', '=', 'mentee')
      .where('enrolment.state', '=', 'ready')
      .orderBy('person.sex')
      .execute()
    expect(sexes.map(({ sex }) => sex)).toEqual(['woman', 'man', 'man', 'man', 'man'])
    const before = await house.db
      .selectFrom('matchRun')
      .select('id')
      .where('municipality', '=', '0461')
      .execute()
    expect(before).toEqual([])

    // The run finds a mentor for all five, with a proof that no better result exists.
    const id = await runMatching(house.ctx(coordinatorOf('0461')), '0461', {
      objective: 'coverage',
    })
    const run = await house.db
      .selectFrom('matchRun')
      .select('result')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(run.result).toMatchObject({ matched: 5, proof: 'optimal' })
    const drafts = await house.db
      .selectFrom('proposal')
      .select('id')
      .where('runId', '=', id)
      .execute()
    expect(drafts.length).toBe(5)
  })

  test('has three more municipalities with matches and drafts, created once', async () => {
    const people = () => house.db.selectFrom('person').select('id').orderBy('id').execute()
    const before = await people()
    expect(before.length).toBeGreaterThan(60)
    await open()
    expect(await people()).toEqual(before)
    for (const municipality of ['0265', '0657', '0350']) {
      const drafts = await house.db
        .selectFrom('proposal')
        .select('id')
        .where('municipality', '=', municipality)
        .where('state', '=', 'draft')
        .execute()
      const active = await house.db
        .selectFrom('match')
        .select('id')
        .where('municipality', '=', municipality)
        .where('state', '=', 'active')
        .execute()
      expect([municipality, drafts.length > 0, active.length > 0]).toEqual([
        municipality,
        true,
        true,
      ])
    }
  })

  test('has pairs at every point of their life, some at risk, and a meeting to record', async () => {
    const states = await house.db.selectFrom('match').select('state').distinct().execute()
    expect(states.map(({ state }) => state).toSorted()).toEqual([
      'accepted',
      'active',
      'closed',
      'closing',
      'paused',
    ])
    const atRisk = await listAtRisk(house.ctx())
    expect(atRisk.length).toBeGreaterThan(1)
    const unrecorded = await house.db
      .selectFrom('meeting')
      .select('id')
      .where('state', '=', 'scheduled')
      .where('endsAt', '<', house.clock.now())
      .execute()
    expect(unrecorded.length).toBeGreaterThan(0)
  })

  test('reopens at the day of its clock, even when its mentor was erased', async () => {
    const later = Temporal.Now.instant().add({ hours: 24 * 40 })
    const ctx = { ...house.ctx(coordinatorOf('0461')), now: () => later }
    const { id, personId } = await house.db
      .selectFrom('enrolment')
      .innerJoin('person', 'person.id', 'enrolment.personId')
      .select(['enrolment.id', 'enrolment.personId'])
      .where('person.name', '=', 'Mette Holm')
      .executeTakeFirstOrThrow()
    await erasePerson(ctx, id)
    expect(await open()).toMatch(/Mentor who waits +http/)
    const { mentor } = (await findDemoUsers(house.ctx()))!
    expect([undefined, personId]).not.toContain(mentor?.personId)
    const clock = demoClock()
    await resumeClock(house.ctx(), clock)
    expect(Temporal.Instant.compare(clock.now(), later)).toBeGreaterThanOrEqual(0)
  })

  test('prints links that sign in five users, a curl command that works, and the page of mail', async () => {
    const words = opened.current()
    const links = [...words.matchAll(/http:\/\/\S+(\/sign-in\/[\w-]+)\S*/g)].map(
      (match) => match[1]!,
    )
    expect(links.length).toBe(5)
    const places: string[] = []
    for (const link of links) {
      const page = await app.inject(link)
      expect(await validateHtml(page.body)).toEqual([])
      const headers = {
        origin: config.baseUrl,
        'content-type': 'application/x-www-form-urlencoded',
      }
      const entered = await app.inject({ method: 'POST', url: link, headers, payload: '' })
      expect(entered.statusCode).toBe(303)
      const cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]))
      const home = await app.inject({ url: '/', cookies })
      places.push(String(home.headers.location))
      const first = await app.inject({ url: places.at(-1)!, cookies })
      expect([places.at(-1), first.statusCode]).toEqual([places.at(-1), 200])
    }
    expect(places).toEqual(['/proposals', '/proposals', '/me', '/me', '/me'])
    const [, authorization] = /-H "Authorization: (Bearer \S+)"/.exec(words)!
    const url = new URL(/"(http[^"]+\/api\/v1\/[^"]+)"/.exec(words)![1]!)
    const answer = await app.inject({
      url: url.pathname + url.search,
      headers: { authorization: authorization! },
    })
    expect(answer.statusCode).toBe(200)
    for (const lang of ['da', 'en', 'ar'])
      for (const path of ['/demo', '/mail']) {
        const page = await app.inject(`${path}?lang=${lang}`)
        expect([path, page.statusCode]).toEqual([path, 200])
        expect(await validateHtml(page.body)).toEqual([])
      }
  })
})
