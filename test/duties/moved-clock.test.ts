import { beforeEach, expect, test } from 'vitest'
import { moveByHand } from '../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { work } from '../support/duties.ts'
import { useHouse } from '../support/house.ts'
import { aMentor, anOffer, aProgramme, type Programme, stateOf } from '../support/people.ts'

// Every duty of the product, on its own schedule: the test starts none, and only moves the clock.

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
  await work(house)
})

test('an offer that is not answered expires within an hour of its end, and the mentee is ready again', async () => {
  const { mentee, proposalId } = await anOffer(house)
  const offer = () =>
    house.db
      .selectFrom('proposal')
      .select(['state', 'expiresAt'])
      .where('id', '=', proposalId)
      .executeTakeFirstOrThrow()
  const { expiresAt } = await offer()
  house.clock.set(expiresAt!.subtract({ minutes: 1 }).toString())
  await work(house)
  expect((await offer()).state).toBe('offered')
  house.clock.advance({ hours: 1 })
  await work(house)
  expect((await offer()).state).toBe('expired')
  expect(await stateOf(house, mentee.enrolmentId)).toBe('ready')
})

test('a pause ends in the night of its day', async () => {
  const { enrolmentId } = await aMentor(house)
  const until = Temporal.PlainDate.from('2026-12-03')
  await moveByHand(house.ctx(programme.coordinator), enrolmentId, { to: 'paused', until })
  for (const before of ['2026-12-02T04:15Z', '2026-12-02T23:00Z']) {
    house.clock.set(before)
    await work(house)
    expect(await stateOf(house, enrolmentId)).toBe('paused')
  }
  house.clock.set('2026-12-03T04:15Z')
  await work(house)
  expect(await stateOf(house, enrolmentId)).toBe('ready')
})

test('a person who left is erased when the time that they are kept is over', async () => {
  const { enrolmentId, personId } = await aMentor(house)
  const left = { to: 'left', reason: 'Er flyttet' } as const
  await moveByHand(house.ctx(programme.coordinator), enrolmentId, left)
  const isThere = async () =>
    (await house.db.selectFrom('person').select('id').where('id', '=', personId).execute()).length
  house.clock.advance({ days: 30 })
  await work(house)
  expect(await isThere()).toBe(1)
  house.clock.advance({ days: 800 })
  await work(house)
  expect(await isThere()).toBe(0)
})
