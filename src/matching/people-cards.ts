import { WORDS } from './availability.ts'
import type { PeopleSeen } from './people-seen.ts'
import type { Pool } from './pool.ts'
import type { MentorProfile } from './profile.ts'
import type { AgeWish } from './types.ts'

/*
 * What is asked of one mentor alone, side by side in `CARD` words of memory. Whoever is looked at is
 * looked at for distance, languages and hours at once: two lines of memory to fetch instead of six.
 */
export const CARD = 32
/** Words of a card; before them stand north (km), east (degrees) and cosine as doubles. */
export const LIMIT = 6
export const MENTOR = 7
/** Mentors with the same languages have the same number; `speakers` has one of each. */
export const TONGUE = 8
/** In years, or NO_AGE. */
export const AGE = 9
/** Where in `ageWishes` the mentor's own wish for an age stands, if there is one. */
export const AGE_WISH = 10
export const WEEK = CARD - WORDS
/** Doubles of a card. */
export const PLACE = CARD / 2

/** Stands for an unknown age. */
export const NO_AGE = -1_000_000

export type Cards = {
  /** Two views of the same memory. */
  cards: Int32Array
  places: Float64Array
  /** One mentor for each way to speak. */
  speakers: readonly MentorProfile[]
  /** The wishes for an age that there are. */
  ageWishes: readonly AgeWish[]
}

/** @param mentorAt who stands where; -1 for nobody, whose card stays empty */
export function writeCards({ mentors }: Pool, mentorAt: Int32Array, seen: PeopleSeen): Cards {
  const places = new Float64Array(mentorAt.length * PLACE)
  const cards = new Int32Array(places.buffer)
  const tongueOf = numbered<MentorProfile, MentorProfile['languages']>(({ languages }) => languages)
  const wishOf = numbered<AgeWish, string>(({ from, to }) => `${from} ${to}`)
  for (let slot = 0; slot < mentorAt.length; slot++) {
    const i = mentorAt[slot]
    if (i < 0) continue
    const mentor = mentors[i]
    const wish = mentor.mentor.wishes.age
    for (let n = 0; n < 3; n++) places[PLACE * slot + n] = seen.places[3 * i + n]
    const at = CARD * slot
    cards[at + LIMIT] = mentor.limitTenths
    cards[at + MENTOR] = i
    cards[at + TONGUE] = tongueOf.number(mentor)
    cards[at + AGE] = mentor.age ?? NO_AGE
    if (wish !== null) cards[at + AGE_WISH] = wishOf.number(wish)
    for (let word = 0; word < WORDS; word++) cards[at + WEEK + word] = seen.weeks[WORDS * i + word]
  }
  return { cards, places, speakers: tongueOf.found, ageWishes: wishOf.found }
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
