import { isLocale, type LetterLocale } from './locale.ts'
import { zone } from './zone.ts'

/** Gregorian dates and Latin digits in every language, so that a mail and a Danish letter agree. */
const conventions = { calendar: 'gregory', numberingSystem: 'latn' } as const
const clock = { ...conventions, hourCycle: 'h23' } as const

/** English as it is read in Denmark: the day before the month. */
function dialect(locale: LetterLocale): string {
  return locale === 'en' ? 'en-GB' : locale
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Cached: making one takes 0.5 ms, using it less than 0.1, and a mail in two languages uses some. */
function format(
  locale: LetterLocale,
  options: Intl.DateTimeFormatOptions,
  at: Temporal.PlainDate | Temporal.PlainTime | Temporal.PlainDateTime,
): string {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(dialect(locale), options)
  formats.set(key, known)
  return known.format(at)
}

/** "tirsdag den 1. december 2026 kl. 17.00", in the language's own words. */
export function formatMoment(locale: LetterLocale, at: Temporal.Instant): string {
  const time = at.toZonedDateTimeISO(zone).toPlainDateTime()
  return format(locale, { ...clock, dateStyle: 'full', timeStyle: 'short' }, time)
}

/** "1. december 2026" */
export function formatDay(locale: LetterLocale, at: Temporal.Instant | Temporal.PlainDate): string {
  const day = at instanceof Temporal.Instant ? at.toZonedDateTimeISO(zone).toPlainDate() : at
  return format(locale, { ...conventions, dateStyle: 'long' }, day)
}

/** "ons. 25. nov." */
export function formatShortDay(locale: LetterLocale, at: Temporal.Instant): string {
  const day = at.toZonedDateTimeISO(zone).toPlainDate()
  const words = { weekday: 'short', day: 'numeric', month: 'short' } as const
  return format(locale, { ...conventions, ...words }, day)
}

/** "november 2026" */
export function formatMonth(locale: LetterLocale, month: Temporal.PlainYearMonth): string {
  const first = month.toPlainDate({ day: 1 })
  return first.toLocaleString(dialect(locale), { ...conventions, month: 'long', year: 'numeric' })
}

/** "17.00" */
export function formatTime(
  locale: LetterLocale,
  at: Temporal.Instant | Temporal.PlainTime,
): string {
  const time = at instanceof Temporal.Instant ? at.toZonedDateTimeISO(zone).toPlainTime() : at
  return format(locale, { ...clock, timeStyle: 'short' }, time)
}

/** "mandag": 1 is Monday. */
export function formatWeekday(locale: LetterLocale, day: number): string {
  return format(locale, { ...conventions, weekday: 'long' }, new Temporal.PlainDate(2026, 6, day))
}

/** A language by the reader's name for it: "arabisk". */
export function languageName(locale: string, tag: string): string {
  return nameIn(isLocale(locale) ? locale : 'da', tag)
}

/** A language by its own name: "العربية". */
export function endonym(tag: string): string {
  return nameIn(tag, tag)
}

function nameIn(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
  } catch {
    // A refused form shows what was sent, which may be no language tag.
    return tag
  }
}

/** "dansk, it og lektier" */
export function formatList(locale: LetterLocale, items: readonly string[]): string {
  return new Intl.ListFormat(locale).format(items)
}

/** "dansk, it eller lektier" */
export function formatChoice(locale: LetterLocale, items: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(items)
}

/** "+45 65 51 44 44": a Danish number in pairs, as it is read aloud. */
export function formatPhone(phone: string): string {
  return phone.replace(/^(\+45)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4 $5')
}

/** "1.234,5" */
export function formatNumber(
  locale: LetterLocale,
  number: number,
  { decimals = 0 }: { decimals?: number } = {},
): string {
  return new Intl.NumberFormat(dialect(locale), {
    numberingSystem: 'latn',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(number)
}
