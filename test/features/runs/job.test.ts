import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { population } from '../../../bench/matching/population.ts'
import { approveProposal } from '../../../src/features/proposals/approve.ts'
import { rejectProposal } from '../../../src/features/proposals/reject.ts'
import { cancelRun } from '../../../src/features/runs/cancel.ts'
import { workMatchRun } from '../../../src/features/runs/jobs.ts'
import { runMatching } from '../../../src/features/runs/run.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import {
  aDraft,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  type Programme,
  readyPair,
  stateOf,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

/** As for a pool too large to be solved within the request. */
const queueRun = () =>
  runMatching(house.ctx(programme.coordinator), '0461', { objective: 'coverage' }, { atOnce: 0 })
const runOf = (id: string) =>
  house.db.selectFrom('matchRun').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const drafts = () =>
  house.db.selectFrom('proposal').selectAll().where('state', '=', 'draft').execute()

/** A run of a whole region, as the job finds it: the people need not be in the database to be solved for. */
async function queueRegion(): Promise<string> {
  await readyPair(house)
  const id = await queueRun()
  const pool = JSON.stringify(population(2_000, 2_000, 3))
  await house.db.updateTable('matchRun').set({ pool }).where('id', '=', id).execute()
  return id
}

/** Waits until a run under way has said how far it is. */
async function untilItTells(id: string): Promise<void> {
  for (;;) {
    const { state, percent } = await house.db
      .selectFrom('matchRun')
      .select(['state', 'percent'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (percent !== null) return
    if (state === 'done') throw new Error('It was done before it told anything')
    await setTimeout(20)
  }
}

test('while a region is solved the page tells how far it is, others are answered, and a press stops it', async () => {
  const id = await queueRegion()
  const session = await site.enter(await anAccount(house))
  const worked = workMatchRun(house.ctx(), id, { lookEveryMs: 20 })
  await untilItTells(id)
  const { body } = await site.get(`/runs/${id}`, session)
  expect(body).toMatch(/Trin \d af 5: /)
  expect(body).toMatch(/<progress max="100"/)
  const answer = await site.post(`/runs/${id}/cancel`, {}, session)
  expect(answer.statusCode).toBe(303)
  await worked
  expect(await runOf(id)).toMatchObject({ state: 'cancelled', result: null })
  const stopped = (await site.get(`/runs/${id}`, session)).body
  expect(stopped).toContain('Søgningen er stoppet')
  expect(stopped).not.toContain('<progress')
  await expect(queueRun()).resolves.toEqual(expect.any(String))
  // Seconds alone; a thread takes its time to start on a machine that is busy.
}, 60_000)

describe('a run over a large pool', () => {
  test('is queued with its id only, and makes its drafts when a worker has solved it', async () => {
    await readyPair(house)
    const id = await queueRun()
    expect(await runOf(id)).toMatchObject({ state: 'queued', result: null })
    expect(await drafts()).toEqual([])
    const [job] = await house.boss.fetch('match-run')
    expect(job?.data).toEqual({ runId: id })
    await workMatchRun(house.ctx(), id)
    expect(await runOf(id)).toMatchObject({
      ...{ state: 'done', result: { proof: 'optimal' } },
      ...{ phase: null, percent: null },
    })
    expect(await drafts()).toHaveLength(1)
  })

  test('is one at a time: another is refused until it is done', async () => {
    await readyPair(house)
    const id = await queueRun()
    await expect(queueRun()).rejects.toMatchObject({ type: 'state-conflict', state: 'running' })
    await workMatchRun(house.ctx(), id)
    await expect(queueRun()).resolves.toEqual(expect.any(String))
  })

  test('is taken up again from the same pool when its worker died', async () => {
    await readyPair(house)
    const id = await queueRun()
    await house.db.updateTable('matchRun').set({ state: 'running', phase: 'solve' }).execute()
    await workMatchRun(house.ctx(), id)
    expect((await runOf(id)).state).toBe('done')
    expect(await drafts()).toHaveLength(1)
  })

  test('makes nothing once it was cancelled, and a job that comes twice makes nothing more', async () => {
    await readyPair(house)
    const cancelled = await queueRun()
    await cancelRun(house.ctx(programme.coordinator), cancelled)
    await workMatchRun(house.ctx(), cancelled)
    expect((await runOf(cancelled)).state).toBe('cancelled')
    expect(await drafts()).toEqual([])
    const id = await queueRun()
    await workMatchRun(house.ctx(), id)
    await workMatchRun(house.ctx(), id)
    expect(await drafts()).toHaveLength(1)
    await expect(cancelRun(house.ctx(programme.coordinator), id)).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'done',
    })
  })

  test('leaves out whoever is no longer ready when it is done', async () => {
    const { mentee } = await readyPair(house)
    const id = await queueRun()
    await house.db
      .updateTable('enrolment')
      .set({ state: 'paused' })
      .where('id', '=', mentee.enrolmentId)
      .execute()
    await workMatchRun(house.ctx(), id)
    expect(await stateOf(house, mentee.enrolmentId)).toBe('paused')
    expect(await drafts()).toEqual([])
    expect((await runOf(id)).leftOut).toMatchObject([{ why: 'not-ready' }])
  })

  test('makes no draft for a place that was taken meanwhile, says so, and all drafts can be approved', async () => {
    const mentor = await aMentor(house, { capacity: 2 })
    const longest = await aMentee(house)
    house.clock.advance({ days: 3 })
    const later = await aMentee(house)
    const id = await queueRun()
    await anOffer(house, { mentor, mentee: await aMentee(house) })
    await workMatchRun(house.ctx(), id)
    const made = await drafts()
    expect(made.map(({ menteeId }) => menteeId)).toEqual([longest.enrolmentId])
    expect((await runOf(id)).leftOut).toEqual([
      { mentor: mentor.personId, mentee: later.personId, why: 'no-place' },
    ])
    const office = house.ctx(programme.coordinator)
    for (const draft of made) await approveProposal(office, draft.id)
  })

  test('makes no draft of a pair that the coordinator turned down meanwhile', async () => {
    const pair = await readyPair(house)
    const { proposalId } = await aDraft(house, pair)
    const id = await queueRun()
    const reason = { reason: 'De kender hinanden' }
    await rejectProposal(house.ctx(programme.coordinator), proposalId, reason)
    await workMatchRun(house.ctx(), id)
    expect(await drafts()).toEqual([])
    expect((await runOf(id)).leftOut).toMatchObject([{ why: 'decided' }])
  })
})
