import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { transact } from '../../../../src/context.ts'
import { findTimes } from '../../../../src/features/meetings/planning/find-times.ts'
import { planMeeting } from '../../../../src/features/meetings/planning/plan.ts'
import { weeksAhead } from '../../../../src/features/places/free/find-free-times.ts'
import { holidayOn } from '../../../../src/features/places/holidays.ts'
import {
  longestCommonSlots,
  type WeekBits,
  weekBits,
} from '../../../../src/matching/availability.ts'
import type { WeeklyInterval } from '../../../../src/matching/types.ts'
import { useHouse } from '../../../support/house.ts'
import { aMatch, aProgramme, type Programme } from '../../../support/people.ts'
import { seed, tries } from '../../../support/tries.ts'

const house = useHouse()
const municipality = '0461'
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
  // A site that is always staffed but on holidays: only the people's hours decide.
  const { siteId } = programme
  await house.db.deleteFrom('siteHours').execute()
  const days = [1, 2, 3, 4, 5, 6, 7]
  const hours = { municipality, siteId, opens: '00:00', closes: '24:00', staffed: true }
  await house.db
    .insertInto('siteHours')
    .values(days.map((day) => ({ ...hours, day })))
    .execute()
})

const quarters = 96
const timeOf = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

/** Weekly hours from cuts of each day: neighbours often touch, and often meet at midnight. */
const week = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 7 }),
      cuts: fc.uniqueArray(
        fc.oneof(fc.integer({ min: 0, max: quarters }), fc.constantFrom(0, 64, 68, 72, quarters)),
        { minLength: 2, maxLength: 5 },
      ),
      gaps: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((days) => {
    const byDay = new Map(days.map((one) => [one.day, one]))
    return [...byDay.values()].flatMap(({ day, cuts, gaps }) => {
      const sorted = cuts.toSorted((a, b) => a - b)
      return sorted.slice(1).flatMap((to, at): WeeklyInterval[] => {
        const from = sorted[at]!
        if (gaps[at] && at > 0) return []
        return [{ day: day as WeeklyInterval['day'], from: timeOf(from), to: timeOf(to) }]
      })
    })
  })

/** Whether matching counts so many quarters in a row as common time, from one of the week on. */
function isCounted(mentor: WeekBits, mentee: WeekBits, from: number, needed: number): boolean {
  for (let later = 0; later < needed; later++) {
    const at = (from + later) % (7 * quarters)
    if ((((mentor[at >> 5]! & mentee[at >> 5]!) >>> (at & 31)) & 1) === 0) return false
  }
  return true
}

async function setHours(personId: string, hours: readonly WeeklyInterval[]): Promise<void> {
  await house.db.deleteFrom('availability').where('personId', '=', personId).execute()
  const rows = hours.map(({ day, from, to }) => ({
    ...{ municipality, personId },
    ...{ day, starts: from, ends: to },
  }))
  await house.db.insertInto('availability').values(rows).execute()
}

class RollBack extends Error {}

test('what matching counts is offered, what is offered is counted, and each can be planned', async () => {
  const { matchId, mentor, mentee } = await aMatch(house)
  const ctx = house.ctx(programme.coordinator)
  const { siteId } = programme
  const { startsAt: first, endsAt: end } = weeksAhead(house.clock.now())
  const quarterHours = first.until(end).total('minutes') / 15

  const property = fc.asyncProperty(
    ...[week, week],
    fc.integer({ min: 1, max: 12 }),
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    async (ofMentor, ofMentee, needed, share) => {
      await setHours(mentor.personId, ofMentor)
      await setHours(mentee.personId, ofMentee)
      const minutes = needed * 15
      const { free } = await findTimes(ctx, { match: [matchId], minutes, accountId: 'none' })
      const offered = new Set<number>()
      for (const { startsAt, endsAt } of free) {
        const from = first.until(startsAt).total('minutes') / 15
        const last = first.until(endsAt).total('minutes') / 15 - needed
        for (let at = from; at <= last; at++) offered.add(at)
      }
      const [bitsOfMentor, bitsOfMentee] = [weekBits(ofMentor), weekBits(ofMentee)]
      // The window begins on a Tuesday; in these eight weeks the clocks do not change.
      const counted = Array.from({ length: quarterHours - needed + 1 }, (_, at) => at).filter(
        (at) => isCounted(bitsOfMentor, bitsOfMentee, at + quarters, needed),
      )
      expect([...offered]).toEqual(counted)
      const isEnough = longestCommonSlots(bitsOfMentor, bitsOfMentee) >= needed
      expect(offered.size > 0).toBe(isEnough)

      const planable = [...offered].filter((at) => {
        const from = first.add({ minutes: 15 * at })
        return [from, from.add({ minutes })].every(
          (time) =>
            holidayOn(time.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()) === undefined,
        )
      })
      if (planable.length === 0) return
      const startsAt = first.add({ minutes: 15 * planable[Math.floor(share * planable.length)]! })
      const planned = transact(ctx, async (ctx) => {
        await planMeeting(ctx, { matchIds: [matchId], siteId, startsAt, minutes })
        throw new RollBack()
      })
      await expect(planned).rejects.toThrow(RollBack)
    },
  )
  await fc.assert(property, { seed, numRuns: tries(5_000, 12) })
})
