import { describe, expect, test } from 'vitest'
import { moveMatch } from '../../../src/features/matches/transitions/move-match.ts'
import { stateAfter } from '../../../src/features/matches/transitions/lifecycle.ts'
import type { MatchEventKind, MatchState } from '../../../src/db/types.ts'
import { useHouse } from '../../support/house.ts'
import { aMatch, aProgramme, countRows } from '../../support/people.ts'

const house = useHouse()

const kinds = [
  ...['opened', 'activated', 'deactivated', 'paused', 'resumed', 'closing', 'closed'],
] as MatchEventKind[]
const states = ['accepted', 'active', 'paused', 'closing', 'closed'] as MatchState[]

/** Every event in every state, of a pair that has been active and of one that has not. */
const table = `
             accepted  active    paused           closing          closed
opened       -         -         -                -                accepted
activated    active    -         paused           closing          -
deactivated  -         accepted  paused           closing          closed
paused       paused    paused    paused           -                -
resumed      -         -         active/accepted  active/accepted  -
closing      closing   closing   closing          closing          -
closed       closed    closed    closed           closed           -`

describe('the life of a match', () => {
  test('has these moves and no others', () => {
    const rows = table.trim().split('\n').slice(1)
    const cells = rows.flatMap((row) => {
      const [kind, ...next] = row.split(/\s+/)
      return next.map((cell, index) => [kind, states[index], cell])
    })
    const cellOf = (kind: MatchEventKind, from: MatchState) => {
      const [before, after] = [stateAfter(kind, from, false), stateAfter(kind, from, true)]
      return before === after ? (before ?? '-') : `${after}/${before}`
    }
    expect(kinds.flatMap((kind) => states.map((from) => [kind, from, cellOf(kind, from)]))).toEqual(
      cells,
    )
  })

  test('is written with the day, the time, the actor and a version', async () => {
    const { coordinator } = await aProgramme(house)
    const { matchId } = await aMatch(house)
    house.clock.advance({ days: 3 })
    const by = house.ctx(coordinator)
    const until = Temporal.PlainDate.from('2027-01-04')
    const happenedOn = Temporal.PlainDate.from('2026-11-24')
    await moveMatch(by, matchId, { kind: 'activated', happenedOn, version: 1 })
    await moveMatch(by, matchId, { kind: 'paused', until, version: 2, side: 'mentor' })
    const match = await house.db.selectFrom('match').selectAll().executeTakeFirstOrThrow()
    expect(match).toMatchObject({ state: 'paused', version: 3, pausedUntil: until })
    const events = await house.db.selectFrom('matchEvent').selectAll().orderBy('id').execute()
    expect(
      events.map(({ kind, happenedOn, recordedAt, actor, side }) => [
        ...[kind, happenedOn.toString(), recordedAt.toString().slice(0, 10)],
        ...[actor.split(':')[0], side],
      ]),
    ).toEqual([
      ['opened', '2026-11-23', '2026-11-23', 'system', null],
      ['activated', '2026-11-24', '2026-11-26', 'staff', null],
      ['paused', '2026-11-26', '2026-11-26', 'staff', 'mentor'],
    ])
  })

  test('refuses a stale version and an event that cannot happen, and writes nothing', async () => {
    const { coordinator } = await aProgramme(house)
    const { matchId } = await aMatch(house)
    const by = house.ctx(coordinator)
    await moveMatch(by, matchId, { kind: 'activated', version: 1 })
    const before = await countRows(house)
    await expect(moveMatch(by, matchId, { kind: 'closing', version: 1 })).rejects.toMatchObject({
      type: 'stale',
      state: 'active',
    })
    await expect(moveMatch(by, matchId, { kind: 'opened', version: 2 })).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'active',
    })
    expect(await countRows(house)).toEqual(before)
    const { version } = await house.db.selectFrom('match').selectAll().executeTakeFirstOrThrow()
    expect(version).toBe(2)
  })
})
