import { beforeEach, describe, expect, test } from 'vitest'
import { answerProposal } from '../../../src/features/proposals/answer.ts'
import { rejectProposal } from '../../../src/features/proposals/reject.ts'
import { runMatching } from '../../../src/features/runs/queue/run.ts'
import { useHouse } from '../../support/house.ts'
import {
  aDraft,
  aMatch,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  aRun,
  type Programme,
  proposalOf,
  readyPair,
  stateOf,
} from '../../support/people.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const run = () => aRun(house, programme.coordinator)
const readySince = async (enrolmentId: string) => {
  const row = await house.db
    .selectFrom('enrolment')
    .select('readySince')
    .where('id', '=', enrolmentId)
    .executeTakeFirstOrThrow()
  return row.readySince?.toString()
}

describe('running the matching', () => {
  test('makes drafts of the best pairs, with a proof of optimality', async () => {
    const { mentor, mentee } = await readyPair(house)
    const { id, run: result, proposalIds } = await run()
    expect(result).toMatchObject({ matched: 1, proof: 'optimal' })
    expect(result.bound).toBe(result.total)
    const [proposalId] = proposalIds
    expect(await proposalOf(house, proposalId!)).toMatchObject({
      state: 'draft',
      runId: id,
      municipality: '0461',
      mentorId: mentor.enrolmentId,
      menteeId: mentee.enrolmentId,
      score: result.total,
    })
  })

  test('stores the pool and the result, so that every pair can be explained again', async () => {
    const { mentor, mentee } = await readyPair(house)
    await run()
    const kept = await house.db.selectFrom('matchRun').selectAll().executeTakeFirstOrThrow()
    expect(kept).toMatchObject({
      startedBy: `staff:${programme.coordinator.id}`,
      pool: { mentors: [{ id: mentor.personId }], mentees: [{ id: mentee.personId }] },
      result: { matched: 1, proof: 'optimal' },
    })
  })

  test('sends no mail', async () => {
    await readyPair(house)
    await run()
    expect(await house.db.selectFrom('mail').select('id').execute()).toEqual([])
  })

  test('leaves out people who are not ready, and those of other municipalities', async () => {
    await aProgramme(house, { municipality: '0265' })
    await aMentor(house, { state: 'selected' })
    await aMentor(house, { residence: '0265' })
    const { personId } = await aMentee(house)
    await aMentee(house, { state: 'registered' })
    const { run: result, pool } = await run()
    expect(result.matched).toBe(0)
    expect([...pool.mentors, ...pool.mentees].map(({ id }) => id)).toEqual([personId])
    expect(result.unmatched.mentees).toMatchObject([{ why: 'no-one' }])
  })

  test('has the reason why somebody has no proposal', async () => {
    const { personId } = await aMentor(house, { hours: [{ day: 7, from: '09:00', to: '12:00' }] })
    await aMentee(house)
    const { run: result } = await run()
    expect(result.unmatched.mentors).toMatchObject([
      { id: personId, why: 'blocked', reasons: [{ code: 'no-common-time', count: 1 }] },
    ])
  })

  test('gives a mentor no more mentees than places, counting offers', async () => {
    const mentor = await aMentor(house, { capacity: 2 })
    await anOffer(house, { mentor, mentee: await aMentee(house) })
    for (let more = 0; more < 3; more++) await aMentee(house)
    expect((await run()).run.matched).toBe(1)
  })

  test('excludes people who are away for the coming weeks, but not for a short holiday', async () => {
    const { personId } = await aMentor(house, {
      away: [{ from: '2026-11-20', to: '2027-01-03' }],
    })
    const mentee = await aMentee(house, { away: [{ from: '2026-12-21', to: '2027-01-03' }] })
    const before = await run()
    expect(before.pool.mentees[0]!.away).toEqual([{ from: '2026-12-21', to: '2027-01-03' }])
    expect(before.run.unmatched.mentors).toMatchObject([
      { id: personId, why: 'blocked', reasons: [{ code: 'away', count: 1 }] },
    ])
    house.clock.advance({ days: 30 })
    const after = await run()
    expect(after.run.proposals).toMatchObject([{ mentor: personId, mentee: mentee.personId }])
  })

  test('supersedes the drafts of earlier runs', async () => {
    await readyPair(house)
    const first = await run()
    const second = await run()
    expect(await proposalOf(house, first.proposalIds[0]!)).toMatchObject({ state: 'superseded' })
    expect(await proposalOf(house, second.proposalIds[0]!)).toMatchObject({ state: 'draft' })
  })

  test('refuses a municipality without a programme', async () => {
    await expect(runMatching(house.ctx(), '0101', { objective: 'coverage' })).rejects.toMatchObject(
      { type: 'not-found' },
    )
  })
})

describe('proposing pairs again', () => {
  test('never proposes a pair that the coordinator rejected', async () => {
    const { proposalId } = await aDraft(house)
    const ctx = house.ctx(programme.coordinator)
    await rejectProposal(ctx, proposalId, { reason: 'De kender hinanden' })
    expect((await run()).run.matched).toBe(0)
  })

  test('never proposes a pair that one of the two declined', async () => {
    const { proposalId } = await anOffer(house)
    await answerProposal(house.ctx(), proposalId, 'mentor', { answer: 'no' })
    expect((await run()).run.matched).toBe(0)
  })

  test('never proposes a pair that is offered or matched', async () => {
    await anOffer(house)
    await aMatch(house)
    const { run: result } = await run()
    // But for the places, the offered mentor and mentee could be paired with the matched ones.
    expect(result.matched).toBe(0)
  })

  test('proposes a pair again whose draft was superseded', async () => {
    await readyPair(house)
    await run()
    await run()
    expect((await run()).run.matched).toBe(1)
  })
})

describe('closing overdue offers', () => {
  test('expires an offer at the end of its time, and not before', async () => {
    const { proposalId, mentee } = await anOffer(house)
    house.clock.advance({ days: 14, seconds: -1 })
    await run()
    expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'offered' })
    expect(await stateOf(house, mentee.enrolmentId)).toBe('offered')
    house.clock.advance({ seconds: 1 })
    await run()
    expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'expired' })
    expect(await stateOf(house, mentee.enrolmentId)).toBe('ready')
  })

  test('keeps the start of the mentee’s wait', async () => {
    const pair = await readyPair(house)
    const began = await readySince(pair.mentee.enrolmentId)
    house.clock.advance({ days: 5 })
    await anOffer(house, pair)
    house.clock.advance({ days: 14 })
    await run()
    expect(began).toBe('2026-11-23T09:00:00Z')
    expect(await readySince(pair.mentee.enrolmentId)).toBe(began)
  })

  test('frees the mentor’s place, and allows the pair to be proposed again', async () => {
    await anOffer(house)
    house.clock.advance({ days: 14 })
    expect((await run()).run.matched).toBe(1)
  })
})
