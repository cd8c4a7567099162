import { beforeEach, describe, expect, test } from 'vitest'
import { listAtRisk } from '../../../src/features/follow-up/at-risk/list-at-risk.ts'
import { recordCheckIn } from '../../../src/features/follow-up/check-ins/record-check-in.ts'
import { moveMatch } from '../../../src/features/matches/transitions/move-match.ts'
import { useHouse } from '../../support/house.ts'
import { aPastMeeting, aRunningPair, type RunningPair } from '../../support/pairs.ts'
import { aProgramme, coordinatorOf, type Programme } from '../../support/people.ts'

const house = useHouse()
let programme: Programme
let pair: RunningPair
beforeEach(async () => {
  house.clock.set('2026-11-02T09:00Z')
  programme = await aProgramme(house)
})

const begin = async (activeOn?: string) => {
  pair = await aRunningPair(house, programme, activeOn)
}
const met = (startsAt: string, given = {}) => aPastMeeting(house, pair, startsAt, given)
/** Why the only pair is at risk at midday of a day. */
async function risksOn(day: string): Promise<string[]> {
  house.clock.set(`${day}T12:00Z`)
  const found = await listAtRisk(house.ctx(coordinatorOf('0461')))
  expect(found.map(({ matchId }) => matchId)).toEqual(found.map(() => pair.matchId))
  return found[0]?.codes ?? []
}

describe('a pair is at risk, and just not', () => {
  test('without a first meeting in 14 days', async () => {
    await begin()
    await met('2026-11-10T13:00Z', { mentee: 'absent', state: 'no_show' })
    expect(await risksOn('2026-11-15')).toEqual([])
    expect(await risksOn('2026-11-16')).toEqual(['no_first_meeting'])
    await met('2026-11-16T09:00Z')
    expect(await risksOn('2026-11-16')).toEqual([])
  })

  test('when none was held for 30 days', async () => {
    await begin('2026-11-03')
    await met('2026-11-03T13:00Z')
    expect(await risksOn('2026-12-02')).toEqual([])
    expect(await risksOn('2026-12-03')).toEqual(['none_held'])
    await met('2026-12-03T09:00Z')
    expect(await risksOn('2026-12-03')).toEqual([])
  })

  test.each([
    ['mentor', 'missed_by_mentor'],
    ['mentee', 'missed_by_mentee'],
  ] as const)('when the %s missed two meetings in a row', async (side, code) => {
    await begin('2026-11-03')
    await met('2026-11-03T13:00Z')
    await met('2026-11-05T13:00Z', { state: 'no_show', [side]: 'absent' })
    await met('2026-11-06T13:00Z')
    await met('2026-11-07T13:00Z', { state: 'no_show', [side]: 'absent' })
    expect(await risksOn('2026-11-10')).toEqual([])
    await met('2026-11-08T13:00Z', { state: 'no_show', [side]: 'absent_excused' })
    expect(await risksOn('2026-11-10')).toEqual([code])
    await met('2026-11-09T13:00Z')
    expect(await risksOn('2026-11-10')).toEqual([])
    const off = { state: 'cancelled', mentor: 'unknown', mentee: 'unknown' }
    await met('2026-11-11T13:00Z', { ...off, cancelledSide: side })
    // What the library called off counts for nobody.
    await met('2026-11-12T13:00Z', { ...off, cancelledSide: 'coordinator' })
    expect(await risksOn('2026-11-13')).toEqual([])
    await met('2026-11-13T09:00Z', { ...off, cancelledSide: side })
    expect(await risksOn('2026-11-13')).toEqual([code])
  })

  test('when one of them answers that it is not a good fit, until somebody heard that it goes well', async () => {
    await begin('2026-11-03')
    await met('2026-11-03T13:00Z')
    let at = Temporal.Instant.from('2026-11-04T09:00Z')
    const answer = async (fit: string) => {
      at = at.add({ hours: 1 })
      await house.db
        .insertInto('question')
        .values({
          ...{ municipality: '0461', kind: 'fit', matchId: pair.matchId },
          ...{ personId: pair.mentee.personId, answer: JSON.stringify({ fit }) },
          ...{ askedAt: at, answerBy: at, answeredAt: at, answeredBy: 'system' },
        })
        .execute()
    }
    await answer('unsure')
    expect(await risksOn('2026-11-05')).toEqual([])
    await answer('not-good')
    expect(await risksOn('2026-11-05')).toEqual(['fit_not_good'])
    await answer('good')
    expect(await risksOn('2026-11-05')).toEqual([])
    await answer('not-good')
    const heard = { with: 'both', way: 'phone', goes: 'well' } as const
    await recordCheckIn(house.ctx(programme.coordinator), pair.matchId, { ...heard, goes: 'mixed' })
    expect(await risksOn('2026-11-06')).toEqual(['fit_not_good'])
    await recordCheckIn(house.ctx(programme.coordinator), pair.matchId, heard)
    expect(await risksOn('2026-11-06')).toEqual([])
  })

  test('when a check is late by 7 days', async () => {
    await begin('2026-11-03')
    await met('2026-11-03T13:00Z')
    const due = Temporal.PlainDate.from('2026-11-05')
    await house.db
      .insertInto('matchCheck')
      .values({
        ...{ municipality: '0461', matchId: pair.matchId, kind: 'first-contact' },
        ...{ dueFrom: due, dueBy: due, createdAt: house.clock.now() },
      })
      .execute()
    expect(await risksOn('2026-11-11')).toEqual([])
    expect(await risksOn('2026-11-12')).toEqual(['check_overdue'])
    await recordCheckIn(house.ctx(programme.coordinator), pair.matchId, {
      ...{ with: 'mentor', way: 'phone', goes: 'mixed' },
    })
    expect(await risksOn('2026-11-12')).toEqual([])
  })

  test('when the last mail to one of them was refused', async () => {
    await begin('2026-11-03')
    await met('2026-11-03T13:00Z')
    const mail = async (state: 'sent' | 'refused', handledAt: string) => {
      await house.db
        .insertInto('mail')
        .values({
          ...{ kind: 'match-ended', municipality: '0461', personId: pair.mentor.personId, state },
          ...{ createdAt: house.clock.now(), handledAt: Temporal.Instant.from(handledAt) },
        })
        .execute()
    }
    await mail('refused', '2026-11-04T09:00Z')
    expect(await risksOn('2026-11-05')).toEqual(['mail_refused'])
    await mail('sent', '2026-11-05T09:00Z')
    expect(await risksOn('2026-11-05')).toEqual([])
  })

  test('when one of them is suspended', async () => {
    await begin('2026-11-03')
    await met('2026-11-03T13:00Z')
    expect(await risksOn('2026-11-05')).toEqual([])
    await house.db
      .updateTable('enrolment')
      .set({ state: 'suspended' })
      .where('id', '=', pair.mentor.enrolmentId)
      .execute()
    expect(await risksOn('2026-11-05')).toEqual(['party_suspended'])
  })
})

test('a paused pair is not at risk, and its days are counted anew when it goes on', async () => {
  await begin('2026-11-03')
  await met('2026-11-03T13:00Z')
  await moveMatch(house.ctx(), pair.matchId, { kind: 'paused', until: null })
  expect(await risksOn('2026-12-24')).toEqual([])
  await moveMatch(house.ctx(), pair.matchId, { kind: 'resumed' })
  expect(await risksOn('2027-01-22')).toEqual([])
  expect(await risksOn('2027-01-23')).toEqual(['none_held'])
})

test('nobody sees the pairs of another municipality', async () => {
  await begin()
  house.clock.set('2026-12-24T12:00Z')
  expect(await listAtRisk(house.ctx(coordinatorOf('0461')))).toHaveLength(1)
  expect(await listAtRisk(house.ctx(coordinatorOf('0265')))).toEqual([])
})
