import { commonSlots, longestCommonSlots, MINUTES_PER_SLOT } from './availability.ts'
import { awayUntil } from './away.ts'
import { tenthsOfKm } from './distance.ts'
import { channelLevel, channels } from './languages.ts'
import type { Context, MenteeProfile, MentorProfile } from './profile.ts'
import type { AgeWish, Gender, GenderWish, Mentee, Mentor, Reason, Role } from './types.ts'
import { LEVELS } from './weights.ts'

/**
 * All hard constraints violated by a pair, in the order a coordinator would check: the requirements of each
 * person alone, then how they can meet, wishes, language and hours. The first one is the one counted.
 */
export function obstacles(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  context: Context & { excluded?: boolean },
): Reason[] {
  const found: Reason[] = []
  if (mentor.mentor.id === mentee.mentee.id) found.push({ code: 'same-person' })
  if (context.excluded) found.push({ code: 'excluded' })
  found.push(...menteeObstacles(mentee, context), ...mentorObstacles(mentor, context))
  const way = wayObstacle(mentor, mentee)
  if (way !== null) found.push(way)
  if (cannotBringChildren(mentor, mentee)) {
    found.push({ code: 'children', needed: 'accepts-children' })
  }
  found.push(...wishObstacles('mentee', mentee.mentee.wishes, mentor.mentor.gender, mentor.age))
  found.push(...wishObstacles('mentor', mentor.mentor.wishes, mentee.mentee.gender, mentee.age))
  const language = languageObstacle(mentor, mentee, context)
  if (language !== null) found.push(language)
  const time = timeObstacle(mentor, mentee, context)
  if (time !== null) found.push(time)
  return found
}

/** Whether `obstacles` is empty, without building the reasons. */
export function isOpen(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  context: Context & { excluded?: boolean },
): boolean {
  return (
    !context.excluded &&
    mentor.mentor.id !== mentee.mentee.id &&
    !cannotMeet(mentor, mentee) &&
    !cannotBringChildren(mentor, mentee) &&
    !cannotTalk(mentor, mentee, context) &&
    meetMustWishes(mentor, mentee) &&
    !isMissingTime(mentor, mentee, context) &&
    menteeObstacles(mentee, context).length === 0 &&
    mentorObstacles(mentor, context).length === 0
  )
}

/** Reasons that close a mentee to every mentor. */
export function menteeObstacles({ mentee }: MenteeProfile, { today }: Context): Reason[] {
  const found: Reason[] = []
  const { readySince } = mentee
  if (readySince === null || readySince > today) {
    found.push({ code: 'not-ready', readySince, today })
  }
  const until = awayUntil(mentee.away, today)
  if (until !== null) found.push({ code: 'away', of: 'mentee', until })
  return found
}

/** Reasons that close a mentor to every mentee. */
export function mentorObstacles(profile: MentorProfile, { today }: Context): Reason[] {
  const { mentor, places, neededUntil } = profile
  const found: Reason[] = []
  const metUntil = mentor.requirementsMetUntil
  if (metUntil === null) found.push({ code: 'requirement-missing' })
  else if (metUntil < neededUntil) {
    found.push({ code: 'requirement-expiring', metUntil, neededUntil })
  }
  if (places === 0) {
    found.push({ code: 'no-place', capacity: mentor.capacity, taken: mentor.taken })
  }
  const until = awayUntil(mentor.away, today)
  if (until !== null) found.push({ code: 'away', of: 'mentor', until })
  return found
}

export function meetsGenderWish(wish: GenderWish, gender: Gender): boolean {
  return wish.wanted === gender
}

/** An unknown age meets no wish. */
export function meetsAgeWish(wish: AgeWish, age: number | null): boolean {
  return age !== null && age >= (wish.from ?? 0) && age <= (wish.to ?? Number.POSITIVE_INFINITY)
}

/** Whether both meet the `must` wishes of the other for sex and age. */
export function meetMustWishes(mentor: MentorProfile, mentee: MenteeProfile): boolean {
  return (
    meetsMustWishes(mentee.mentee, mentor.mentor.gender, mentor.age) &&
    meetsMustWishes(mentor.mentor, mentee.mentee.gender, mentee.age)
  )
}

function meetsMustWishes(person: Mentor | Mentee, gender: Gender, age: number | null): boolean {
  const { gender: wished, age: ages } = person.wishes
  if (wished?.strength === 'must' && !meetsGenderWish(wished, gender)) return false
  return ages?.strength !== 'must' || meetsAgeWish(ages, age)
}

function wishObstacles(
  wishOf: Role,
  { gender, age }: { gender: GenderWish | null; age: AgeWish | null },
  foundGender: Gender,
  foundAge: number | null,
): Reason[] {
  const found: Reason[] = []
  if (gender?.strength === 'must' && !meetsGenderWish(gender, foundGender)) {
    found.push({ code: 'gender-wish', wishOf, wanted: gender.wanted, found: foundGender })
  }
  if (age?.strength === 'must' && !meetsAgeWish(age, foundAge)) {
    found.push({ code: 'age-wish', wishOf, from: age.from, to: age.to, found: foundAge })
  }
  return found
}

function cannotBringChildren({ mentor }: MentorProfile, { mentee }: MenteeProfile): boolean {
  return mentee.childrenAlong && !mentor.acceptsChildren
}

function cannotTalk(mentor: MentorProfile, mentee: MenteeProfile, { settings }: Context): boolean {
  return !mentee.mentee.interpreterAcceptable && channelLevel(mentor, mentee, settings) < 0
}

function languageObstacle(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  context: Context,
): Reason | null {
  const { settings } = context
  if (!cannotTalk(mentor, mentee, context)) return null
  // Nearest: the fewest levels missing.
  const nearest = channels(mentor, mentee, settings).sort(
    (a, b) => a.needed - a.level - (b.needed - b.level),
  )[0]
  if (nearest === undefined) {
    return { code: 'no-common-language', nearest: null, neededLevel: settings.minLevelOther }
  }
  return {
    code: 'no-common-language',
    nearest: {
      tag: nearest.mentorTag,
      mentorLevel: LEVELS[nearest.mentorLevel],
      menteeLevel: LEVELS[nearest.menteeLevel],
    },
    neededLevel: LEVELS[nearest.needed],
  }
}

function isMissingTime(mentor: MentorProfile, mentee: MenteeProfile, context: Context): boolean {
  const longest = longestCommonSlots(mentor.week, mentee.week) * MINUTES_PER_SLOT
  return longest < context.settings.minCommonMinutes
}

function timeObstacle(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  context: Context,
): Reason | null {
  if (!isMissingTime(mentor, mentee, context)) return null
  const { settings } = context
  const longestMinutes = longestCommonSlots(mentor.week, mentee.week) * MINUTES_PER_SLOT
  const commonMinutes = commonSlots(mentor.week, mentee.week) * MINUTES_PER_SLOT
  const neededMinutes = settings.minCommonMinutes
  return { code: 'no-common-time', longestMinutes, commonMinutes, neededMinutes }
}

export function canMeetInPerson(mentor: MentorProfile, mentee: MenteeProfile): boolean {
  if (!mentor.inPerson || !mentee.inPerson) return false
  const tenths = tenthsOfKm(mentor.place, mentee.place)
  return tenths <= mentor.limitTenths && tenths <= mentee.limitTenths
}

function cannotMeet(mentor: MentorProfile, mentee: MenteeProfile): boolean {
  return !(mentor.online && mentee.online) && !canMeetInPerson(mentor, mentee)
}

function wayObstacle(mentor: MentorProfile, mentee: MenteeProfile): Reason | null {
  if (!cannotMeet(mentor, mentee)) return null
  if (!mentor.inPerson || !mentee.inPerson) {
    return {
      code: 'no-common-way',
      mentorMeets: mentor.mentor.meets,
      menteeMeets: mentee.mentee.meets,
      onlyAtLibrary: mentor.mentor.wishes.onlyAtLibrary || mentee.mentee.wishes.onlyAtLibrary,
    }
  }
  const tenths = tenthsOfKm(mentor.place, mentee.place)
  const overMentor = tenths > mentor.limitTenths
  const overMentee = tenths > mentee.limitTenths
  return {
    code: 'too-far',
    km: tenths / 10,
    limitKm: Math.min(mentor.limitTenths, mentee.limitTenths) / 10,
    limitOf: overMentor && overMentee ? 'both' : overMentor ? 'mentor' : 'mentee',
  }
}
