import type { Mentee, Mentor, WeeklyInterval } from '../../../matching/types.ts'
import type { Importance } from '../../../matching/types.ts'
import { zone } from '../../../locales/zone.ts'
import type { PoolRow } from './sql.ts'

/** Converts database rows to the matching core's people, with person ids in both roles. */
export function mentorOf(row: PoolRow): Mentor {
  return {
    ...personOf(row),
    offers: row.topics.map(({ topic }) => topic),
    capacity: row.capacity,
    taken: Number(row.openMatches) + Number(row.openOffers),
    requirementsMetUntil: row.requirementsMetUntil,
    acceptsChildren: row.acceptsChildren,
  }
}

export function menteeOf(row: PoolRow): Mentee {
  return {
    ...personOf(row),
    needs: row.topics.map(({ topic, importance }) => ({
      topic,
      importance: importance as Importance,
    })),
    readySince: row.readySince?.toZonedDateTimeISO(zone).toPlainDate().toString() ?? null,
    wantsDanishPractice: row.wantsDanishPractice,
    interpreterAcceptable: row.interpreterAcceptable,
    childrenAlong: row.childrenAlong,
    weights: null,
  }
}

function personOf(row: PoolRow) {
  return {
    id: row.personId,
    languages: row.languages,
    availability: row.hours.map(({ day, starts, ends }) => ({
      day: day as WeeklyInterval['day'],
      from: starts.slice(0, 5),
      to: ends.slice(0, 5),
    })),
    municipality: row.residence,
    coordinates: null,
    furthestDistanceKm: row.furthestDistanceKm,
    meets: row.meets,
    gender: row.sex,
    birthYear: row.birthYear,
    wishes: {
      gender: genderWishOf(row),
      age: ageWishOf(row),
      onlyAtLibrary: row.onlyAtLibrary,
    },
    interests: row.interests,
    away: row.away,
  }
}

function genderWishOf(row: PoolRow) {
  if (row.sexWish === null || row.sexWish === 'undisclosed') return null
  return { wanted: row.sexWish, strength: row.sexWishIsMust ? 'must' : 'prefer' } as const
}

function ageWishOf({ ageWishFrom: from, ageWishTo: to, ageWishIsMust }: PoolRow) {
  if (from === null && to === null) return null
  return { from, to, strength: ageWishIsMust ? 'must' : 'prefer' } as const
}
