import { beforeEach, describe, expect, test } from 'vitest'
import { approveProposal } from '../../../src/features/proposals/approve.ts'
import { rejectProposal } from '../../../src/features/proposals/reject.ts'
import { cancelRun } from '../../../src/features/runs/cancel.ts'
import { workMatchRun } from '../../../src/features/runs/jobs.ts'
import { runMatching } from '../../../src/features/runs/run.ts'
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

describe('a run over a large pool', () => {
  test('is queued with its id only, and makes its drafts when a worker has solved it', async () => {
    await readyPair(house)
    const id = await queueRun()
    expect(await runOf(id)).toMatchObject({ state: 'queued', result: null })
    expect(await drafts()).toEqual([])
    const [job] = await house.boss.fetch('match-run')
    expect(job?.data).toEqual({ runId: id })
    await workMatchRun(house.ctx(), id)
    expect(await runOf(id)).toMatchObject({ state: 'done', result: { proof: 'optimal' } })
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
