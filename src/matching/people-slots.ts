import { type Arena, floatsIn, intsIn } from './arena.ts'
import { writeWeek } from './availability.ts'
import { PLACE, WORDS } from './kernel/assembly/constants.ts'
import type { Pool } from './pool.ts'
import type { MentorProfile } from './profile.ts'

/** What is asked of one mentor alone, by place in the index: neighbours side by side in memory. */
export type Slots = {
  /** The mentor; -1 where a block is not full. */
  mentorAt: Int32Array
  /** The place of each mentor; -1 for those who are not in the index. */
  slotOf: Int32Array
  /** Mentors with the same languages have the same number. */
  tongueAt: Int32Array
  /** `PLACE` numbers each: north (km), east (degrees), cosine, and the furthest limit in tenths of a km. */
  places: Float64Array
  /** `WORDS` words each. */
  weeks: Int32Array
  /** In years; NaN, which is within no wish, when unknown. */
  ages: Float64Array
  /** Two years each: the youngest and the oldest whom the mentor wishes for, if there is a wish. */
  ageWishes: Float64Array
}

/**
 * The slots, and one mentor for each way to speak, in the order of `tongueAt`.
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
    tongueAt: intsIn(arena, count),
    places: floatsIn(arena, PLACE * count),
    weeks: intsIn(arena, WORDS * count),
    ages: floatsIn(arena, count),
    ageWishes: floatsIn(arena, 2 * count),
  }
  const speakers: MentorProfile[] = []
  const tongues = new Map<MentorProfile['languages'], number>()
  for (let slot = 0; slot < count; slot++) {
    const i = mentorAt[slot]
    if (i < 0) continue
    slots.slotOf[i] = slot
    const mentor = mentors[i]
    const { age } = mentor.mentor.wishes
    slots.tongueAt[slot] = tongueOf(mentor)
    for (let n = 0; n < 3; n++) slots.places[PLACE * slot + n] = places[3 * i + n]
    slots.places[PLACE * slot + 3] = mentor.limitTenths
    writeWeek(mentor.mentor.availability, slots.weeks, WORDS * slot)
    slots.ages[slot] = mentor.age ?? Number.NaN
    slots.ageWishes[2 * slot] = age?.from ?? 0
    slots.ageWishes[2 * slot + 1] = age?.to ?? Number.POSITIVE_INFINITY
  }
  return { slots, speakers }

  /** Who speaks the same has the same map: a pool is prepared so. */
  function tongueOf(mentor: MentorProfile): number {
    const known = tongues.get(mentor.languages)
    if (known !== undefined) return known
    tongues.set(mentor.languages, speakers.length)
    return speakers.push(mentor) - 1
  }
}
