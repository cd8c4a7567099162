import { WORDS } from './availability.ts'
import type { PeopleSeen } from './people-seen.ts'
import type { Pool } from './pool.ts'
import type { MentorProfile } from './profile.ts'
import type { AgeWish } from './types.ts'

/** What is asked of one mentor alone, by place in the index: neighbours side by side in memory. */
export type Slots = {
  /** The mentor; -1 where a block is not full. */
  mentorAt: Int32Array
  /** Mentors with the same languages have the same number; `speakers` has one of each. */
  tongueAt: Int32Array
  /** `PLACE` numbers each: north (km), east (degrees), cosine, and the furthest limit in tenths of a km. */
  places: Float64Array
  /** `WORDS` words each. */
  weeks: Int32Array
  /** In years, or NO_AGE. */
  ages: Int32Array
  /** Where in `ageWishes` the mentor's own wish for an age stands, if there is one. */
  ageWishAt: Int32Array
  /** One mentor for each way to speak. */
  speakers: readonly MentorProfile[]
  /** The wishes for an age that there are. */
  ageWishes: readonly AgeWish[]
}

/** Half a line of memory. */
export const PLACE = 4
/** Stands for an unknown age. */
export const NO_AGE = -1_000_000

export function writeSlots({ mentors }: Pool, mentorAt: Int32Array, seen: PeopleSeen): Slots {
  const count = mentorAt.length
  const tongueAt = new Int32Array(count)
  const places = new Float64Array(PLACE * count)
  const weeks = new Int32Array(WORDS * count)
  const ages = new Int32Array(count)
  const ageWishAt = new Int32Array(count)
  const tongueOf = numbered<MentorProfile, MentorProfile['languages']>(({ languages }) => languages)
  const wishOf = numbered<AgeWish, string>(({ from, to }) => `${from} ${to}`)
  for (let slot = 0; slot < count; slot++) {
    const i = mentorAt[slot]
    if (i < 0) continue
    const mentor = mentors[i]
    const wish = mentor.mentor.wishes.age
    tongueAt[slot] = tongueOf.number(mentor)
    for (let n = 0; n < 3; n++) places[PLACE * slot + n] = seen.places[3 * i + n]
    places[PLACE * slot + 3] = mentor.limitTenths
    for (let word = 0; word < WORDS; word++)
      weeks[WORDS * slot + word] = seen.weeks[WORDS * i + word]
    ages[slot] = mentor.age ?? NO_AGE
    if (wish !== null) ageWishAt[slot] = wishOf.number(wish)
  }
  const { found: speakers } = tongueOf
  return { mentorAt, tongueAt, places, weeks, ages, ageWishAt, speakers, ageWishes: wishOf.found }
}

/** Numbers things from 0 on, those with the same key alike, and keeps the first of each. */
function numbered<Thing, Key>(keyOf: (thing: Thing) => Key) {
  const numbers = new Map<Key, number>()
  const found: Thing[] = []
  const number = (thing: Thing): number => {
    const key = keyOf(thing)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, found.length)
    return found.push(thing) - 1
  }
  return { found, number }
}
