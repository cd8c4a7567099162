import { type WeekBits, weekBits } from './availability.ts'
import { type Place, placeOf } from './distance.ts'
import type { IsoDate, LanguageSkill, Mentee, Mentor, OwnWeights, Settings } from './types.ts'
import { LEVELS, TERMS, WAITING_HALF_DAYS, shareOut } from './weights.ts'

/** What every comparison of a run shares. */
export type Context = { settings: Settings; today: IsoDate }

/** Spoken languages by `spokenLanguage`: `fa` and `fa-AF` understand each other. */
type Languages = ReadonlyMap<string, { tag: string; level: number }>

/**
 * People prepared for many comparisons: what depends on one person alone is worked out once. What
 * only a closer look needs is left until then: in a run most people are only seen through the index.
 */
class Profile<P extends Mentor | Mentee> {
  readonly #person: P
  readonly languages: Languages
  /** Furthest distance in tenths of a km. */
  readonly limitTenths: number
  readonly inPerson: boolean
  readonly online: boolean
  /** Age in years at the end of this year; null when the birth year is unknown. */
  readonly age: number | null
  #week: WeekBits | undefined
  #place: Place | undefined
  #interests: ReadonlySet<string> | undefined

  constructor(person: P, { settings, today }: Context, languages: Languages) {
    this.#person = person
    this.languages = languages
    this.limitTenths = Math.floor((person.furthestDistanceKm ?? settings.furthestDistanceKm) * 10)
    this.inPerson = person.meets !== 'online' || person.wishes.onlyAtLibrary
    this.online = person.meets !== 'in-person' && !person.wishes.onlyAtLibrary
    this.age = person.birthYear === null ? null : Number(today.slice(0, 4)) - person.birthYear
  }

  get week(): WeekBits {
    this.#week ??= weekBits(this.#person.availability)
    return this.#week
  }

  get place(): Place {
    this.#place ??= placeOf(this.#person)
    return this.#place
  }

  get interests(): ReadonlySet<string> {
    this.#interests ??= new Set(this.#person.interests)
    return this.#interests
  }
}

export class MentorProfile extends Profile<Mentor> {
  readonly mentor: Mentor
  /** Index in LEVELS of the mentor's Danish. */
  readonly danish: number
  readonly places: number
  /** The last day on which the requirements must still be met: the same for all mentors of a run. */
  readonly neededUntil: IsoDate
  #offers: ReadonlySet<string> | undefined

  constructor(
    mentor: Mentor,
    context: Context,
    { languages, neededUntil }: { languages: Languages; neededUntil: IsoDate },
  ) {
    super(mentor, context, languages)
    this.mentor = mentor
    this.neededUntil = neededUntil
    this.danish = languages.get('da')?.level ?? 0
    this.places = Math.max(0, mentor.capacity - mentor.taken)
  }

  get offers(): ReadonlySet<string> {
    this.#offers ??= new Set(this.mentor.offers)
    return this.#offers
  }
}

export class MenteeProfile extends Profile<Mentee> {
  readonly mentee: Mentee
  /** Weights in ppm in the order of TERMS, adding up to 1,000,000. */
  readonly weights: readonly number[]
  readonly needTotal: number
  readonly waitingDays: number
  /** The waiting term as ppm. */
  readonly waitingValue: number

  constructor(
    mentee: Mentee,
    context: Context,
    languages: Languages,
    { weights, waitingDays }: { weights: readonly number[]; waitingDays: number },
  ) {
    super(mentee, context, languages)
    this.mentee = mentee
    this.weights = weights
    this.needTotal = 0
    for (const need of mentee.needs) this.needTotal += need.importance
    this.waitingDays = waitingDays
    this.waitingValue = Math.floor((1_000_000 * waitingDays) / (waitingDays + WAITING_HALF_DAYS))
  }
}

export function mentorProfile(mentor: Mentor, context: Context): MentorProfile {
  return profiler(context).mentor(mentor)
}

export function menteeProfile(mentee: Mentee, context: Context): MenteeProfile {
  return profiler(context).mentee(mentee)
}

/** Prepares many people of one run: what several of them have in common is worked out once. */
export function profiler(context: Context) {
  const programme = shareOut(
    1_000_000,
    TERMS.map((term) => context.settings.weights[term]),
  )
  const spoken: Spoken = { next: new Map() }
  const today = dayNumber(context.today)
  const neededUntil = addDays(context.today, context.settings.requirementMarginDays)
  const days = new Map<IsoDate, number>()
  return {
    mentor: (mentor: Mentor) =>
      new MentorProfile(mentor, context, { languages: languagesOf(mentor), neededUntil }),
    mentee: (mentee: Mentee) =>
      new MenteeProfile(mentee, context, languagesOf(mentee), {
        weights: weightsOf(mentee),
        waitingDays: daysSince(mentee.readySince),
      }),
    /** Somebody prepared under other weights. */
    reweighed: ({ mentee, languages, waitingDays }: MenteeProfile) =>
      new MenteeProfile(mentee, context, languages, { weights: weightsOf(mentee), waitingDays }),
  }

  function weightsOf({ weights }: Mentee): readonly number[] {
    return weights === null ? programme : ownWeights(weights, context, programme)
  }

  function languagesOf({ languages }: Mentor | Mentee): Languages {
    let known = spoken
    for (const { tag, level } of languages) known = afterThat(afterThat(known, tag), level)
    known.languages ??= spokenLanguages(languages)
    return known.languages
  }

  function daysSince(day: IsoDate | null): number {
    if (day === null) return 0
    let known = days.get(day)
    if (known === undefined) {
      known = Math.max(0, today - dayNumber(day))
      days.set(day, known)
    }
    return known
  }
}

/** What people have in common who name the same languages at the same levels in the same order. */
type Spoken = { languages?: Languages; readonly next: Map<string, Spoken> }

function afterThat({ next }: Spoken, word: string): Spoken {
  let found = next.get(word)
  if (found === undefined) {
    found = { next: new Map() }
    next.set(word, found)
  }
  return found
}

/** The programme's weights, the soft ones redistributed as the mentee asked; ppm, in TERMS order. */
function ownWeights(
  wished: OwnWeights,
  { settings }: Context,
  programme: readonly number[],
): number[] {
  const waiting = TERMS.indexOf('waiting')
  const own = { ...settings.weights, ...wished, waiting: 0 }
  const soft = shareOut(
    1_000_000 - programme[waiting],
    TERMS.map((term) => own[term]),
  )
  soft[waiting] = programme[waiting]
  return soft
}

function spokenLanguages(skills: readonly LanguageSkill[]): Languages {
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
