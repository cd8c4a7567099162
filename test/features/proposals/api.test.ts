import { beforeEach, describe, expect, test } from 'vitest'
import { useSite } from '../../support/app.ts'
import { aClient, aStranger, type Client } from '../../support/client.ts'
import { useHouse } from '../../support/house.ts'
import {
  aDraft,
  aMentor,
  anOffer,
  aProgramme,
  coordinatorOf,
  type Programme,
  proposalOf,
  readyPair,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let client: Client
beforeEach(async () => {
  programme = await aProgramme(house)
  client = await aClient(house, site, programme.coordinator)
})
const nobody = '00000000-0000-4000-8000-000000000000'

describe('running the matching by API', () => {
  test('returns the proposals, the proof, and the people without a proposal', async () => {
    await readyPair(house)
    const left = await aMentor(house, { hours: [{ day: 7, from: '09:00', to: '12:00' }] })
    const answer = await client.post('/match-runs', {})
    expect(answer.statusCode).toBe(201)
    const run = answer.json()
    expect(run).toMatchObject({ matched: 1, proof: 'optimal', proposals: [expect.any(String)] })
    expect(run.bound).toBe(run.total)
    expect(run.unmatched).toEqual([
      {
        enrolmentId: left.enrolmentId,
        role: 'mentor',
        why: 'blocked',
        reasons: [{ code: 'no-common-time', count: 1 }],
      },
    ])
  })

  test('accepts three objectives and no other', async () => {
    for (const objective of ['coverage', 'score', 'worst-off'])
      expect((await client.post('/match-runs', { objective })).statusCode).toBe(201)
    const refused = await client.post('/match-runs', { objective: 'random' })
    expect(refused.statusCode).toBe(422)
    expect(refused.json().errors).toMatchObject([{ pointer: '/objective', code: 'choice' }])
  })
})

describe('reading proposals by API', () => {
  test('lists them with scores and reasons, by state', async () => {
    const { proposalId } = await aDraft(house)
    await anOffer(house)
    const all = (await client.get('/proposals')).json().data
    expect(all.length).toBe(2)
    const drafts = (await client.get('/proposals?state=draft')).json().data
    expect(drafts).toMatchObject([{ id: proposalId, state: 'draft', score: 640_000 }])
    expect(drafts[0].parts[0]).toMatchObject({ term: 'topics', points: 300_000 })
    expect((await client.get('/proposals?state=lost')).statusCode).toBe(422)
    expect((await client.get('/proposals?wanted=draft')).statusCode).toBe(422)
  })

  test('shows one', async () => {
    const { proposalId, mentor } = await aDraft(house)
    const answer = await client.get(`/proposals/${proposalId}`)
    expect(answer.json()).toMatchObject({
      id: proposalId,
      mentor: { enrolmentId: mentor.enrolmentId, answer: null },
    })
    expect((await client.get(`/proposals/${nobody}`)).statusCode).toBe(404)
    expect((await client.get('/proposals/1')).statusCode).toBe(422)
  })
})

describe('deciding by API', () => {
  test('approves a draft once', async () => {
    const { proposalId } = await aDraft(house)
    expect((await client.post(`/proposals/${proposalId}/approval`)).statusCode).toBe(204)
    const again = await client.post(`/proposals/${proposalId}/approval`)
    expect(again.statusCode).toBe(409)
    expect(again.headers['content-type']).toContain('application/problem+json')
    expect(again.json()).toMatchObject({
      type: '/problems/state-conflict',
      status: 409,
      state: 'offered',
    })
  })

  test('rejects a draft with a reason, and refuses without one', async () => {
    const { proposalId } = await aDraft(house)
    const path = `/proposals/${proposalId}/rejection`
    const missing = await client.post(path, {})
    expect(missing.statusCode).toBe(422)
    expect(missing.json().errors).toMatchObject([{ pointer: '/reason', code: 'required' }])
    expect((await client.post(path)).statusCode).toBe(422)
    expect((await client.post(path, { reason: 'De kender hinanden' })).statusCode).toBe(204)
    expect((await client.post(path, { reason: 'Igen' })).json()).toMatchObject({
      state: 'rejected',
    })
  })

  test('records answers, and the second yes opens the match', async () => {
    const { proposalId } = await anOffer(house)
    const path = `/proposals/${proposalId}/answers`
    const first = await client.post(path, { party: 'mentor', answer: 'yes' })
    expect(first.statusCode).toBe(201)
    expect(first.json()).toEqual({ state: 'offered', matchId: null })
    const second = await client.post(path, { party: 'mentee', answer: 'yes' })
    expect(second.json()).toEqual({ state: 'accepted', matchId: expect.any(String) })
    const late = await client.post(path, { party: 'mentee', answer: 'no' })
    expect(late.json()).toMatchObject({ status: 409, type: '/problems/already-answered' })
    const invalid = await client.post(path, { party: 'friend', answer: 'maybe' })
    expect(invalid.json().errors).toMatchObject([
      { pointer: '/party', code: 'choice' },
      { pointer: '/answer', code: 'choice' },
    ])
  })
})

describe('access to the API', () => {
  const routes = (id: string) =>
    [
      ['/match-runs', {}],
      [`/proposals/${id}/approval`, undefined],
      [`/proposals/${id}/rejection`, { reason: 'Nej' }],
      [`/proposals/${id}/answers`, { party: 'mentor', answer: 'no' }],
    ] as const

  test('requires a token', async () => {
    const { proposalId } = await aDraft(house)
    for (const [path, body] of routes(proposalId)) {
      const answer = await aStranger(site).post(path, body)
      expect(answer.statusCode).toBe(401)
      expect(answer.headers['www-authenticate']).toBe('Bearer')
    }
    for (const path of ['/proposals', `/proposals/${proposalId}`])
      expect((await aStranger(site).get(path)).statusCode).toBe(401)
    expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'draft' })
  })

  test('refuses decisions by a token for statistics', async () => {
    const { proposalId } = await aDraft(house)
    const reader = await aClient(house, site, programme.coordinator, 'stats:read')
    for (const [path, body] of routes(proposalId))
      expect((await reader.post(path, body)).statusCode).toBe(403)
    expect((await reader.get('/proposals')).statusCode).toBe(403)
    expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'draft' })
  })

  test('shows a client of another municipality nothing', async () => {
    const { proposalId } = await aDraft(house)
    const other = await aClient(house, site, coordinatorOf('0265'))
    for (const [path, body] of routes(proposalId))
      expect((await other.post(path, body)).statusCode).toBe(404)
    expect((await other.get('/proposals')).json()).toEqual({ data: [] })
    expect((await other.get(`/proposals/${proposalId}`)).statusCode).toBe(404)
    expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'draft' })
  })
})
