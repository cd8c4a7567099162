import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { population } from '../../../bench/matching/population.ts'
import { approveProposal } from '../../../src/features/proposals/approve.ts'
import { rejectProposal } from '../../../src/features/proposals/reject.ts'
import { cancelRun } from '../../../src/features/runs/queue/cancel.ts'
import { workRun } from '../../../src/features/runs/queue/jobs.ts'
import { runMatching } from '../../../src/features/runs/queue/run.ts'
import { proposeSmallRun } from '../../../src/features/runs/thread/in-thread.ts'
import { propose } from '../../../src/matching/propose.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { dutyRows, leaseOver, takenByAnother, work, workDue } from '../../support/duties.ts'
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
import { widenToRegion } from '../../support/region.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

/** Queues a run, as for a large pool. */
const queueRun = () =>
  runMatching(house.ctx(programme.coordinator), '0461', { objective: 'coverage' }, { atOnce: 0 })
const runOf = (id: string) =>
  house.db.selectFrom('matchRun').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const drafts = () =>
  house.db.selectFrom('proposal').selectAll().where('state', '=', 'draft').execute()

async function queueRegion(): Promise<string> {
  await readyPair(house)
  const id = await queueRun()
  await widenToRegion(house.db, id, 2_000)
  return id
}

const dutyOf = async () => (await dutyRows(house, 'run'))[0]
const workRuns = () => work(house, ['run'])
/** Works a run that looks whether it was cancelled as often as the test needs. */
const workLooking = (lookEveryMs: number, signal?: AbortSignal) =>
  workDue(
    house.ctx(),
    { run: { work: (ctx, id, lease) => workRun(ctx, id, lease, { lookEveryMs }) } },
    signal ? { signal } : {},
  )

async function untilItIsTaken(id: string): Promise<void> {
  while ((await runOf(id)).state !== 'running') await setTimeout(20)
}

/** Waits until a running run has written its phase; percentages pass too quickly. */
async function untilItTells(id: string): Promise<void> {
  for (;;) {
    const { state, phase } = await house.db
      .selectFrom('matchRun')
      .select(['state', 'phase'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (phase !== null) return
    if (state === 'done') throw new Error('It was done before it told anything')
    await setTimeout(20)
  }
}

test('while a region is solved, the page shows progress, other requests are answered, and a button cancels the run', async () => {
  const id = await queueRegion()
  const session = await site.enter(await anAccount(house))
  const worked = workLooking(20)
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
  // Takes seconds; a thread starts slowly on a busy machine.
})

describe('a small run whose thread does not answer in time', () => {
  test('stays queued, and the duty works it', async () => {
    await readyPair(house)
    const office = house.ctx(programme.coordinator)
    const late = { signal: AbortSignal.abort() }
    const id = await runMatching(office, '0461', { objective: 'coverage' }, late)
    expect(await runOf(id)).toMatchObject({ state: 'queued', result: null })
    expect(await drafts()).toEqual([])
    expect(await workRuns()).toEqual(['run'])
    expect(await runOf(id)).toMatchObject({ state: 'done', result: { matched: 1 } })
    expect(await drafts()).toHaveLength(1)
  })

  test('is given up while it is solved, and the next run is solved at once', async () => {
    const input = population(100, 100)
    const stop = new AbortController()
    const answer = proposeSmallRun(input, stop.signal)
    stop.abort()
    expect(await answer).toBeUndefined()
    expect(await proposeSmallRun(input, new AbortController().signal)).toEqual(propose(input))
  })
})

describe('a run over a large pool', () => {
  test('is queued, and has its drafts when a worker has solved it', async () => {
    await readyPair(house)
    const id = await queueRun()
    expect(await runOf(id)).toMatchObject({ state: 'queued', result: null })
    expect(await drafts()).toEqual([])
    await workRuns()
    expect(await runOf(id)).toMatchObject({
      ...{ state: 'done', result: { proof: 'optimal' } },
      ...{ phase: null, percent: null },
    })
    expect(await drafts()).toHaveLength(1)
  })

  test('is refused while another is in progress', async () => {
    await readyPair(house)
    await queueRun()
    await expect(queueRun()).rejects.toMatchObject({ type: 'state-conflict', state: 'running' })
    await workRuns()
    await expect(queueRun()).resolves.toEqual(expect.any(String))
  })

  test('is taken up again with the same pool when its worker’s lease expires', async () => {
    await readyPair(house)
    const id = await queueRun()
    await takenByAnother(house, 'run')
    expect(await workRuns()).toEqual([])
    expect((await runOf(id)).state).toBe('queued')
    await leaseOver(house, 'run')
    expect(await workRuns()).toEqual(['run'])
    expect((await runOf(id)).state).toBe('done')
    expect(await dutyOf()).toBeUndefined()
    expect(await drafts()).toHaveLength(1)
  })

  test('is not published by a worker that lost the lease without noticing', async () => {
    const id = await queueRegion()
    const worked = workLooking(3_600_000)
    await untilItIsTaken(id)
    await takenByAnother(house, 'run')
    await worked
    expect(await runOf(id)).toMatchObject({ state: 'running', result: null })
    expect(await dutyOf()).toMatchObject({ attempt: 2, failures: 0 })
    expect(await drafts()).toEqual([])
  })

  test('is aborted by a worker that lost the lease, which writes no more progress', async () => {
    const id = await queueRegion()
    const worked = workLooking(20)
    await untilItTells(id)
    await takenByAnother(house, 'run')
    await house.db.updateTable('matchRun').set({ phase: 'prepare', percent: 7 }).execute()
    await worked
    expect(await runOf(id)).toMatchObject({ state: 'running', phase: 'prepare', percent: 7 })
    await leaseOver(house, 'run')
    await workRuns()
    expect((await runOf(id)).state).toBe('done')
    expect(await drafts()).toHaveLength(1)
  })

  test('is released by a process that stops, and continued at once by another', async () => {
    const id = await queueRegion()
    const stop = new AbortController()
    const worked = workLooking(20, stop.signal)
    await untilItTells(id)
    stop.abort()
    await worked
    expect(await runOf(id)).toMatchObject({ state: 'running', result: null })
    expect(await dutyOf()).toMatchObject({ attempt: 1, heldUntil: null, failures: 0 })
    expect(await workRuns()).toEqual(['run'])
    expect((await runOf(id)).state).toBe('done')
  })

  test('is retried when the database refuses its result', async () => {
    await readyPair(house)
    const id = await queueRun()
    await sql`alter table proposal add constraint away check (score < 0) not valid`.execute(
      house.db,
    )
    try {
      await workRuns()
      expect(await runOf(id)).toMatchObject({ state: 'running', result: null })
      expect(await dutyOf()).toMatchObject({ failures: 1, failure: '23514', heldUntil: null })
    } finally {
      await sql`alter table proposal drop constraint away`.execute(house.db)
    }
    house.clock.advance({ minutes: 1 })
    await workRuns()
    expect((await runOf(id)).state).toBe('done')
    expect(await drafts()).toHaveLength(1)
  })

  test('is given up when it has ended five processes, and another can be asked for', async () => {
    await readyPair(house)
    const id = await queueRun()
    await house.db.updateTable('duty').set({ abandoned: 4 }).execute()
    await takenByAnother(house, 'run')
    await leaseOver(house, 'run')
    await workRuns()
    expect(await runOf(id)).toMatchObject({ state: 'failed', result: null })
    expect(await dutyOf()).toMatchObject({ failure: 'abandoned', givenUpAt: house.clock.now() })
    await expect(queueRun()).resolves.toEqual(expect.any(String))
    expect(await workRuns()).toEqual(['run'])
  })

  test('makes no drafts once cancelled, and none twice when its job is repeated', async () => {
    await readyPair(house)
    const cancelled = await queueRun()
    await cancelRun(house.ctx(programme.coordinator), cancelled)
    await workRuns()
    expect((await runOf(cancelled)).state).toBe('cancelled')
    expect(await drafts()).toEqual([])
    const id = await queueRun()
    await workRuns()
    await workRuns()
    expect(await drafts()).toHaveLength(1)
    await expect(cancelRun(house.ctx(programme.coordinator), id)).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'done',
    })
  })

  test('leaves out people who are no longer ready when it is done', async () => {
    const { mentee } = await readyPair(house)
    const id = await queueRun()
    await house.db
      .updateTable('enrolment')
      .set({ state: 'paused' })
      .where('id', '=', mentee.enrolmentId)
      .execute()
    await workRuns()
    expect(await stateOf(house, mentee.enrolmentId)).toBe('paused')
    expect(await drafts()).toEqual([])
    expect((await runOf(id)).leftOut).toMatchObject([{ why: 'not-ready' }])
  })

  test('makes no draft for a place taken meanwhile, says so, and all drafts can be approved', async () => {
    const mentor = await aMentor(house, { capacity: 2 })
    const longest = await aMentee(house)
    house.clock.advance({ days: 3 })
    const later = await aMentee(house)
    const id = await queueRun()
    await anOffer(house, { mentor, mentee: await aMentee(house) })
    await workRuns()
    const made = await drafts()
    expect(made.map(({ menteeId }) => menteeId)).toEqual([longest.enrolmentId])
    expect((await runOf(id)).leftOut).toEqual([
      { mentor: mentor.personId, mentee: later.personId, why: 'no-place' },
    ])
    const office = house.ctx(programme.coordinator)
    for (const draft of made) await approveProposal(office, draft.id)
  })

  test('makes no draft of a pair rejected meanwhile', async () => {
    const pair = await readyPair(house)
    const { proposalId } = await aDraft(house, pair)
    const id = await queueRun()
    const reason = { reason: 'De kender hinanden' }
    await rejectProposal(house.ctx(programme.coordinator), proposalId, reason)
    await workRuns()
    expect(await drafts()).toEqual([])
    expect((await runOf(id)).leftOut).toMatchObject([{ why: 'decided' }])
  })
})
