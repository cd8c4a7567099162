import { type WeekBits, weekBits } from './availability.ts'
import { type Place, placeOf } from './distance.ts'
import type { IsoDate, LanguageSkill, Mentee, Mentor, Settings } from './types.ts'
import { LEVELS, TERMS, WAITING_HALF_DAYS, shareOut } from './weights.ts'

/** People prepared for many comparisons: what depends on one person alone is worked out once. */
type Profile = {
  /** Spoken languages by `spokenLanguage`: `fa` and `fa-AF` understand each other. */
  languages: ReadonlyMap<string, { tag: string; level: number }>
  week: WeekBits
  place: Place
  /** Furthest distance in tenths of a km. */
  limitTenths: number
  inPerson: boolean
  online: boolean
  /** Age in years at the end of this year; null when the birth year is unknown. */
  age: number | null
  interests: ReadonlySet<string>
}

export type MentorProfile = Profile & {
  mentor: Mentor
  offers: ReadonlySet<string>
  /** Index in LEVELS of the mentor's Danish. */
  danish: number
  places: number
}

export type MenteeProfile = Profile & {
  mentee: Mentee
  /** Weights in ppm in the order of TERMS, adding up to 1,000,000. */
  weights: readonly number[]
  needTotal: number
  waitingDays: number
  /** The waiting term as ppm. */
  waitingValue: number
}

/** What every comparison of a run shares. */
export type Context = { settings: Settings; today: IsoDate }

export function mentorProfile(mentor: Mentor, context: Context): MentorProfile {
  const profile = personProfile(mentor, context)
  return {
    ...profile,
    mentor,
    offers: new Set(mentor.offers),
    danish: profile.languages.get('da')?.level ?? 0,
    places: Math.max(0, mentor.capacity - mentor.taken),
  }
}

export function menteeProfile(mentee: Mentee, context: Context): MenteeProfile {
  const days =
    mentee.readySince === null ? 0 : Math.max(0, daysBetween(mentee.readySince, context.today))
  return {
    ...personProfile(mentee, context),
    mentee,
    weights: menteeWeights(mentee, context.settings),
    needTotal: mentee.needs.reduce((sum, need) => sum + need.importance, 0),
    waitingDays: days,
    waitingValue: Math.floor((1_000_000 * days) / (days + WAITING_HALF_DAYS)),
  }
}

/** The programme's weights, the soft ones redistributed as the mentee asked; ppm, in TERMS order. */
function menteeWeights(mentee: Mentee, settings: Settings): number[] {
  const programme = TERMS.map((term) => settings.weights[term])
  const shares = shareOut(1_000_000, programme)
  if (mentee.weights === null) return shares
  const waiting = TERMS.indexOf('waiting')
  const own = { ...settings.weights, ...mentee.weights, waiting: 0 }
  const soft = shareOut(
    1_000_000 - shares[waiting],
    TERMS.map((term) => own[term]),
  )
  soft[waiting] = shares[waiting]
  return soft
}

function personProfile(person: Mentor | Mentee, { settings, today }: Context): Profile {
  return {
    languages: spokenLanguages(person.languages),
    week: weekBits(person.availability),
    place: placeOf(person),
    limitTenths: Math.floor((person.furthestDistanceKm ?? settings.furthestDistanceKm) * 10),
    inPerson: person.meets !== 'online' || person.wishes.onlyAtLibrary,
    online: person.meets !== 'in-person' && !person.wishes.onlyAtLibrary,
    age: person.birthYear === null ? null : Number(today.slice(0, 4)) - person.birthYear,
    interests: new Set(person.interests),
  }
}

function spokenLanguages(skills: readonly LanguageSkill[]): Profile['languages'] {
  const spoken = new Map<string, { tag: string; level: number }>()
  for (const { tag, level } of skills) {
    const key = spokenLanguage(tag)
    const index = LEVELS.indexOf(level)
    if ((spoken.get(key)?.level ?? -1) < index) spoken.set(key, { tag, level: index })
  }
  return spoken
}

/** Individual languages that are written down under the name of the one everybody understands. */
const MEMBER_OF: Record<string, string> = {
  apc: 'ar',
  arb: 'ar',
  acm: 'ar',
  nb: 'no',
  nn: 'no',
  pes: 'fa',
  prs: 'fa',
  kmr: 'ku', // Not Sorani (ckb): its speakers and those of Kurmanji need a third language.
}

/** The language of a tag, without region and script: `ar-SY` and `ar` understand each other. */
export function spokenLanguage(tag: string): string {
  const primary = tag.split('-')[0].toLowerCase()
  return MEMBER_OF[primary] ?? primary
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date((dayNumber(day) + days) * MS_PER_DAY).toISOString().slice(0, 10)
}

const MS_PER_DAY = 86_400_000

/** Calendar arithmetic only, in UTC: no clock and no zone is read. */
function dayNumber(day: IsoDate): number {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time)) throw new RangeError(`Not a day: ${day}`)
  return Math.round(time / MS_PER_DAY)
}
