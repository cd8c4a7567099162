import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { explainRun } from '../../../src/features/runs/ask/explain.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aClient, type Client } from '../../support/client.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import {
  aMentee,
  aMentor,
  aProgramme,
  aRun,
  type Party,
  type Programme,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let client: Client
let mentors: Party[]
let mentees: Party[]
let runId: string

const sundays = [{ day: 7, from: '09:00', to: '12:00' }]

beforeEach(async () => {
  programme = await aProgramme(house)
  client = await aClient(house, site, programme.coordinator)
  mentors = [await aMentor(house), await aMentor(house, { offers: ['it'] })]
  mentees = [await aMentee(house), await aMentee(house, { hours: sundays })]
  runId = (await aRun(house, programme.coordinator)).id
})

/** As an early version stored it: with another score, and without newer settings. */
const makeOld = () =>
  sql`update match_run set
    pool = pool #- '{settings,requirementMarginDays}' #- '{settings,weights,interests}',
    result = jsonb_set(jsonb_set(jsonb_set(result,
      '{version}', '"0"'),
      '{total}', '123456'),
      '{proposals,0,score,total}', '123456')`.execute(house.db)

interface Seen {
  state: string
  score: number | null
  parts: { term: string }[]
  reasons: { code: string; text: string }[]
}
const pairs = async (query: string) => {
  const answer = await client.get(`/match-runs/${runId}/pairs?${query}`)
  expect(answer.statusCode).toBe(200)
  return answer.json<{ count: number; data: Seen[] }>()
}

describe('any pair of a stored run', () => {
  test('is shown with its score in parts, or with the reasons against it', async () => {
    const [mentee, sunday] = mentees
    const seen = await pairs(`enrolment=${mentee!.enrolmentId}`)
    expect(seen.data.map(({ state }) => state)).toEqual(['proposed', 'possible'])
    expect(seen.data[0]!.parts).toHaveLength(6)
    const one = await pairs(`enrolment=${mentors[1]!.enrolmentId}&with=${sunday!.enrolmentId}`)
    expect(one).toMatchObject({
      count: 1,
      data: [{ state: 'closed', score: null, reasons: [{ code: 'no-common-time' }] }],
    })
  })

  test('is shown as it was, after its people have changed', async () => {
    const before = await pairs(`enrolment=${mentees[0]!.enrolmentId}`)
    await house.db.deleteFrom('availability').execute()
    await house.db.updateTable('enrolment').set({ state: 'paused' }).execute()
    expect(await pairs(`enrolment=${mentees[0]!.enrolmentId}`)).toEqual(before)
  })

  test('is refused for somebody who was not in the run', async () => {
    const later = await aMentee(house)
    const path = `/match-runs/${runId}/pairs?enrolment=${later.enrolmentId}`
    expect((await client.get(path)).statusCode).toBe(404)
    const other = `enrolment=${mentees[0]!.enrolmentId}&with=${later.enrolmentId}`
    expect((await client.get(`/match-runs/${runId}/pairs?${other}`)).statusCode).toBe(404)
  })
})

describe('a run of an earlier version of the core', () => {
  test('shows proposals with their original scores, and marks the rest as new', async () => {
    await makeOld()
    const { data } = await pairs(`enrolment=${mentees[0]!.enrolmentId}`)
    expect(data.map(({ state, score }) => [state, score === 123_456])).toEqual([
      ['proposed', true],
      ['possible', false],
    ])
    const coordinator = await site.enter(await anAccount(house))
    for (const path of [
      `/runs/${runId}`,
      `/runs/${runId}/pairs?person=${mentees[0]!.enrolmentId}`,
    ]) {
      const { body } = await site.get(path, coordinator)
      expect(body).toContain('ældre udgave')
      expect(await validateHtml(body)).toEqual([])
    }
  })

  test('computes gains by the current score only', async () => {
    const before = await explainRun(house.ctx(programme.coordinator), runId)
    await makeOld()
    const after = await explainRun(house.ctx(programme.coordinator), runId)
    expect(after.isCurrent).toBe(false)
    expect(after.recruits.map(({ gain }) => gain)).toEqual(before.recruits.map(({ gain }) => gain))
    expect(after.unmatched.people.map((one) => one.smallestChange?.gain)).toEqual(
      before.unmatched.people.map((one) => one.smallestChange?.gain),
    )
  })
})

describe('the locked and excluded pairs of a run', () => {
  test('are shown with the run', async () => {
    const pair = (n: number) => ({ mentor: mentors[n]!.personId, mentee: mentees[0]!.personId })
    const told = { locked: [pair(0)], excluded: [pair(1)] }
    await sql`update match_run set pool = pool || ${JSON.stringify(told)}::jsonb,
      result = jsonb_set(result, '{proposals,0,locked}', 'true')`.execute(house.db)
    const coordinator = await site.enter(await anAccount(house))
    const { body } = await site.get(`/runs/${runId}`, coordinator)
    expect(body).toMatch(/Par, der lå fast på forhånd: \S*1/)
    expect(body).toMatch(/Par, der ikke måtte foreslås: \S*1/)
    const { data } = await pairs(`enrolment=${mentees[0]!.enrolmentId}`)
    expect(data).toMatchObject([
      { state: 'proposed', locked: true },
      { state: 'closed', reasons: [{ code: 'excluded' }] },
    ])
  })
})
