import { type WeekBits, weekBits } from './availability.ts'
import { type Place, placeOf } from './distance.ts'
import type { IsoDate, LanguageSkill, Mentee, Mentor, OwnWeights, Settings } from './types.ts'
import { LEVELS, TERMS, WAITING_HALF_DAYS, shareOut } from './weights.ts'

/** What all comparisons of a run share. */
export type Context = { settings: Settings; today: IsoDate }

/** Keyed by `spokenLanguage`, so that `fa` and `fa-AF` are one language. `level` is an index in LEVELS. */
type Languages = ReadonlyMap<string, { tag: string; level: number }>

/**
 * A person prepared for many comparisons. Fields that only a detailed comparison needs are computed on
 * first use, as the index alone rules out most people.
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
  /** Last day on which requirements must still be met; the same for all mentors of a run. */
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
  /** The waiting term in ppm: days / (days + WAITING_HALF_DAYS). */
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

/** Prepares the people of one run. People with the same languages share one map. */
export function profiler(context: Context) {
  const programme = shareOut(
    1_000_000,
    TERMS.map((term) => context.settings.weights[term]),
  )
  const trie: LanguageTrie = { next: new Map() }
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
    /** A prepared mentee under other weights. */
    reweighed: ({ mentee, languages, waitingDays }: MenteeProfile) =>
      new MenteeProfile(mentee, context, languages, { weights: weightsOf(mentee), waitingDays }),
  }

  function weightsOf({ weights }: Mentee): readonly number[] {
    return weights === null ? programme : ownWeights(weights, context, programme)
  }

  function languagesOf({ languages }: Mentor | Mentee): Languages {
    let node = trie
    for (const { tag, level } of languages) node = childOf(childOf(node, tag), level)
    node.languages ??= spokenLanguages(languages)
    return node.languages
  }

  function daysSince(day: IsoDate | null): number {
    if (day === null) return 0
    let count = days.get(day)
    if (count === undefined) {
      count = Math.max(0, today - dayNumber(day))
      days.set(day, count)
    }
    return count
  }
}

/** A trie over tags and levels, in the order in which a person lists them. */
type LanguageTrie = { languages?: Languages; readonly next: Map<string, LanguageTrie> }

function childOf({ next }: LanguageTrie, word: string): LanguageTrie {
  let found = next.get(word)
  if (found === undefined) {
    found = { next: new Map() }
    next.set(word, found)
  }
  return found
}

/** The mentee's weights, with waiting fixed at the programme's; in ppm, in the order of TERMS. */
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

/** Individual languages that count as their macrolanguage. */
const MEMBER_OF: Record<string, string> = {
  apc: 'ar',
  arb: 'ar',
  acm: 'ar',
  nb: 'no',
  nn: 'no',
  pes: 'fa',
  prs: 'fa',
  kmr: 'ku', // Not Sorani (ckb): it and Kurmanji are not mutually intelligible.
}

/** The language of a BCP 47 tag, without region and script: `ar-SY` and `ar` are both `ar`. */
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

/** Days since 1970-01-01, in UTC. Throws a RangeError for text that is not a day. */
function dayNumber(day: IsoDate): number {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time)) throw new RangeError(`Not a day: ${day}`)
  return Math.round(time / MS_PER_DAY)
}
