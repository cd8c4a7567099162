import type { Remark } from '../matching/explain.ts'
import type { Recruit } from '../matching/recruit.ts'
import type { Reason, WeeklyInterval } from '../matching/types.ts'
import type { WhyNot } from '../matching/why-not.ts'

/** The two of a pair, as they are called in the text. */
export type Names = { mentor: string; mentee: string }

/** What the command line says of a run, in one language. */
export type Texts = {
  score(ppm: number): string
  remark(remark: Remark, names: Names): string
  reason(reason: Reason, names: Names): string
  /** Whom to look for, and what finding such a mentor would bring. */
  recruit(found: Recruit): string
  whyNot(found: WhyNot): string
  why: string
  against: string
  locked: string
  lockedAgainst: string
  heading: {
    proposals: string
    mentees: string
    mentors: string
    recruits: string
    noProposals: string
  }
  /** `ready` counts the mentees who could have had a proposal today. */
  summary(figures: { matched: number; ready: number; total: number }): string
}

const TOPICS: Record<string, { da: string; en: string }> = {
  dansk: { da: 'dansk', en: 'Danish' },
  skrive_fortaelling: { da: 'at skrive sin fortælling', en: 'writing their story' },
  it: { da: 'it og MitID', en: 'IT and MitID' },
  borger_dk: { da: 'borger.dk', en: 'borger.dk' },
  lektier: { da: 'lektier', en: 'homework' },
  job: { da: 'job', en: 'finding work' },
  uddannelse: { da: 'uddannelse', en: 'education' },
  fritid: { da: 'fritid', en: 'leisure' },
  netvaerk: { da: 'netværk', en: 'getting to know people' },
  boern: { da: 'børn og skole', en: 'children and school' },
  cykling: { da: 'at cykle', en: 'cycling' },
  football: { da: 'fodbold', en: 'football' },
  cooking: { da: 'madlavning', en: 'cooking' },
  music: { da: 'musik', en: 'music' },
  books: { da: 'bøger', en: 'books' },
  gardening: { da: 'havearbejde', en: 'gardening' },
  cycling: { da: 'cykling', en: 'cycling' },
  handicraft: { da: 'håndarbejde', en: 'handicraft' },
  film: { da: 'film', en: 'film' },
  photography: { da: 'fotografi', en: 'photography' },
  nature: { da: 'natur', en: 'nature' },
  'small-children': { da: 'små børn', en: 'small children' },
  nurse: { da: 'sygepleje', en: 'nursing' },
  teacher: { da: 'undervisning', en: 'teaching' },
  engineer: { da: 'ingeniørfag', en: 'engineering' },
  craftsman: { da: 'håndværk', en: 'a trade' },
  history: { da: 'historie', en: 'history' },
  swimming: { da: 'svømning', en: 'swimming' },
}

export type Locale = 'da' | 'en'

/** English as it is written here: no comma before the last of a list. */
const INTL: Record<Locale, string> = { da: 'da', en: 'en-GB' }

/** A word of the programme that we have no name for is shown as it is, without its underscores. */
export function word(locale: Locale, key: string): string {
  return TOPICS[key]?.[locale] ?? key.replaceAll(/[_-]/g, ' ')
}

export function list(locale: Locale, words: readonly string[]): string {
  return new Intl.ListFormat(INTL[locale]).format(words)
}

export function words(locale: Locale, keys: readonly string[]): string {
  return list(
    locale,
    keys.map((key) => word(locale, key)),
  )
}

export function language(locale: Locale, tag: string): string {
  return new Intl.DisplayNames(INTL[locale], { type: 'language' }).of(tag) ?? tag
}

export function number(locale: Locale, value: number, digits = 0): string {
  const options = { maximumFractionDigits: digits, minimumFractionDigits: 0 }
  return new Intl.NumberFormat(INTL[locale], options).format(value)
}

const DAYS = {
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** `17:00` is 17 in both languages; `17:30` is 17.30 in Danish. */
export function clock(locale: Locale, time: string): string {
  const [hours, minutes] = time.split(':')
  if (minutes === '00') return String(Number(hours))
  return `${Number(hours)}${locale === 'da' ? '.' : ':'}${minutes}`
}

export function piece(locale: Locale, { day, from, to }: WeeklyInterval): string {
  return `${DAYS[locale][day - 1]} ${clock(locale, from)}–${clock(locale, to)}`
}

export function pieces(locale: Locale, given: readonly WeeklyInterval[]): string {
  return list(
    locale,
    given.map((one) => piece(locale, one)),
  )
}

export function hours(locale: Locale, minutes: number): string {
  const value = number(locale, minutes / 60, 2)
  if (locale === 'da') return minutes === 60 ? '1 time' : `${value} timer`
  return minutes === 60 ? '1 hour' : `${value} hours`
}

export const score = (locale: Locale) => (ppm: number) => number(locale, ppm / 10_000, 1)

export function sentence(clause: string): string {
  return `${clause[0].toUpperCase()}${clause.slice(1)}.`
}

export function level(locale: Locale, given: string): string {
  if (given !== 'native') return given
  return locale === 'da' ? 'modersmål' : 'mother tongue'
}
