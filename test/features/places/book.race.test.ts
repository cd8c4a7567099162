import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { Problem } from '../../../src/problems.ts'
import { book } from '../../../src/features/places/book.ts'
import type { Holder, Period } from '../../../src/features/places/schema.ts'
import { useHouse } from '../../support/house.ts'
import { secondPool } from '../../support/postgres.ts'
import { aMeeting, aMentor, aProgramme } from '../../support/people.ts'
import { seededRandom } from '../../support/random.ts'
import { seed, tries } from '../../support/tries.ts'

const house = useHouse()
const racers = 16

/** Sixteen meetings, and the people and rooms that they compete for. */
async function prepare(): Promise<{ meetingIds: string[]; holders: Holder[] }> {
  const { id: programmeId, siteId, ...programme } = await aProgramme(house)
  const { mentor, mentee, meetingId } = await aMeeting(house, {
    ...programme,
    id: programmeId,
    siteId,
  })
  const people = [mentor, mentee, await aMentor(house), await aMentor(house)]
  const { municipality } = programme
  const rooms = await house.db
    .insertInto('room')
    .values(['1', '2'].map((name) => ({ municipality, siteId, name })))
    .returning('id')
    .execute()
  const { id: _, ...meeting } = await house.db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', meetingId)
    .executeTakeFirstOrThrow()
  const meetings = await house.db
    .insertInto('meeting')
    .values(Array.from({ length: racers }, () => meeting))
    .returning('id')
    .execute()
  return {
    meetingIds: meetings.map(({ id }) => id),
    holders: [
      ...people.map(({ personId }): Holder => ({ kind: 'person', id: personId })),
      ...rooms.map(({ id }): Holder => ({ kind: 'room', id })),
    ],
  }
}

interface Wish {
  during: Period
  holders: Holder[]
}

function collide(a: Wish, b: Wish): boolean {
  const isApart =
    Temporal.Instant.compare(a.during.endsAt, b.during.startsAt) <= 0 ||
    Temporal.Instant.compare(b.during.endsAt, a.during.startsAt) <= 0
  return !isApart && a.holders.some(({ id }) => b.holders.some((other) => other.id === id))
}

test(`of ${racers} bookings at once none overlap, one wins, and who loses had met a winner`, async () => {
  const { meetingIds, holders } = await prepare()
  const random = seededRandom(seed)
  const pool = secondPool(house.address, racers)
  const ctx = { ...house.ctx(), database: pool.kysely }
  try {
    for (let round = 0; round < tries(2_000); round++) {
      await house.db.deleteFrom('booking').execute()
      const wishes = meetingIds.map((): Wish => {
        const startsAt = house.clock.now().add({ minutes: 15 * random.below(6) })
        const endsAt = startsAt.add({ minutes: 15 + 15 * random.below(4) })
        // In any order: the order of locks is the product's.
        return {
          during: { startsAt, endsAt },
          holders: random.shuffle(holders).slice(0, 2 + random.below(4)),
        }
      })
      const results = await Promise.allSettled(
        wishes.map(({ during, holders }, at) =>
          book(ctx, { municipality: '0461', meetingId: meetingIds[at]! }, during, holders),
        ),
      )
      const winners = wishes.filter((_, at) => results[at]!.status === 'fulfilled')
      expect(winners.length).toBeGreaterThan(0)
      for (const [at, result] of results.entries()) {
        if (result.status === 'fulfilled') continue
        expect(result.reason).toBeInstanceOf(Problem)
        expect(result.reason).toMatchObject({ type: 'taken' })
        expect(winners.some((winner) => collide(winner, wishes[at]!))).toBe(true)
      }
      const { rows } = await sql<{ overlaps: string; all: string }>`
        select count(*) as all, (select count(*) from booking a join booking b
          on a.holder = b.holder and a.during && b.during and a.id < b.id) as overlaps
        from booking`.execute(house.db)
      expect(Number(rows[0]!.overlaps)).toBe(0)
      const booked = winners.reduce((sum, { holders }) => sum + holders.length, 0)
      expect(Number(rows[0]!.all)).toBe(booked)
    }
  } finally {
    await pool.close()
  }
})
