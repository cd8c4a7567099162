import { type Arena, floatsIn, intsIn } from './arena.ts'
import { writeWeek } from './availability.ts'
import { PLACE, WORDS } from './kernel/assembly/constants.ts'
import type { Pool } from './pool.ts'
import type { MentorProfile } from './profile.ts'

/** What is read of single mentors, by slot (position in the index), so that neighbours are adjacent. */
export type Slots = {
  /** Mentor by slot; -1 where a block is not full. */
  mentorAt: Int32Array
  /** Slot by mentor; -1 for mentors who are not in the index. */
  slotOf: Int32Array
  /** Equal for mentors with the same languages. */
  languageSetAt: Int32Array
  /** `PLACE` numbers each: north (km), east (degrees), cosine, furthest limit (tenths of a km). */
  places: Float64Array
  /** `WORDS` each: the week as a bitset. */
  weeks: Int32Array
  /** In years; NaN, which fulfils no wish, when unknown. */
  ages: Float64Array
  /** Two each: the youngest and oldest age wished for. */
  ageWishes: Float64Array
}

/**
 * The slots, and one mentor for each set of languages, in the order of `languageSetAt`.
 * @param places of the mentors, see `writePlaces`
 */
export function writeSlots(
  arena: Arena,
  { mentors }: Pool,
  mentorAt: Int32Array,
  places: Float64Array,
): { slots: Slots; speakers: MentorProfile[] } {
  const count = mentorAt.length
  const slots: Slots = {
    mentorAt,
    slotOf: intsIn(arena, mentors.length).fill(-1),
    languageSetAt: intsIn(arena, count),
    places: floatsIn(arena, PLACE * count),
    weeks: intsIn(arena, WORDS * count),
    ages: floatsIn(arena, count),
    ageWishes: floatsIn(arena, 2 * count),
  }
  const speakers: MentorProfile[] = []
  const setNumbers = new Map<MentorProfile['languages'], number>()
  for (let slot = 0; slot < count; slot++) {
    const i = mentorAt[slot]
    if (i < 0) continue
    slots.slotOf[i] = slot
    const mentor = mentors[i]
    const { age } = mentor.mentor.wishes
    slots.languageSetAt[slot] = languageSetOf(mentor)
    for (let n = 0; n < 3; n++) slots.places[PLACE * slot + n] = places[3 * i + n]
    slots.places[PLACE * slot + 3] = mentor.limitTenths
    writeWeek(mentor.mentor.availability, slots.weeks, WORDS * slot)
    slots.ages[slot] = mentor.age ?? Number.NaN
    slots.ageWishes[2 * slot] = age?.from ?? 0
    slots.ageWishes[2 * slot + 1] = age?.to ?? Number.POSITIVE_INFINITY
  }
  return { slots, speakers }

  /** Mentors with the same languages share one map; see `profiler`. */
  function languageSetOf(mentor: MentorProfile): number {
    const number = setNumbers.get(mentor.languages)
    if (number !== undefined) return number
    setNumbers.set(mentor.languages, speakers.length)
    return speakers.push(mentor) - 1
  }
}
