import { z } from 'zod'
import { tellingWordIn } from '../locales/telling-words.ts'

/**
 * The fields that commands share. Every text is normalised, of bounded length, without control or
 * direction characters that could deceive a reader, and without a CPR number. The `error` texts are
 * codes of `form.error` in the catalogues, not sentences.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being refused
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/

/**
 * The shape of a CPR number: six digits that are a date, then four. The check digit is no longer
 * reliable.
 */
const cprShape = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)/

/** Whether a text that is no field, such as a cell of a file, may contain a CPR number. */
export function hasCprShape(value: string): boolean {
  return cprShape.test(value)
}

function text() {
  return (
    z
      .string({ error: (issue) => (issue.input === undefined ? 'required' : 'invalid') })
      .refine((value) => value.isWellFormed(), 'characters')
      // Arabic keyboards insert invisible direction marks.
      .transform((value) =>
        value
          .normalize('NFC')
          .replace(/[\u200e\u200f\ufeff]/g, '')
          // Every field is one line; pasted line breaks become spaces.
          .replace(/[\t\n\u2028\u2029]+/g, ' ')
          .trim(),
      )
      .refine((value) => !forbidden.test(value), 'characters')
      .refine((value) => !cprShape.test(value), 'cpr')
  )
}

/** A line of text, 1 to `max` characters. */
export function Text(max: number) {
  return text().pipe(z.string().min(1, 'required').max(max, 'tooLong'))
}

/** What mail programs make a link of, and addresses. */
const linkShape =
  /:\/\/|\bwww\.|\bmailto:|@|[\p{L}\d-]\.(?:dk|com|org|net|eu|info|io|app|link|nu)\b/iu

/** A line for mails: without links, and without words by which a bystander sees who is a refugee. */
export function MailText(max: number) {
  return Text(max)
    .refine((value) => !linkShape.test(value), 'noLinks')
    .refine((value) => tellingWordIn(value) === undefined, 'telling')
}

export const PersonName = Text(100)

/** ASCII, one address, no display name, so that the mail server reads it as we do. */
export const Email = text().pipe(
  z
    .string()
    .min(1, 'required')
    .max(254, 'tooLong')
    .regex(
      /^[\w.+'-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i,
      'email',
    ),
)

/** Stored as +45…; a Danish number may be written without the country code and with spaces. */
export const Phone = z
  .string('required')
  .max(40, 'phone')
  .transform((value) => value.replace(/[\s().-]/g, '').replace(/^00/, '+'))
  .transform((value) => (/^\d{8}$/.test(value) ? `+45${value}` : value))
  .refine((value) => /^\+\d{7,15}$/.test(value), 'phone')

/** An address on the web, over TLS. */
export const Link = text().pipe(
  z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'link' }).max(500, 'tooLong'),
)

export const Id = z.uuid('invalid')

/** Kommunekode, four digits, as text: numbers would lose the leading zero. */
export const MunicipalityCode = z.string('required').regex(/^\d{4}$/, 'choice')

/** BCP 47 in canonical spelling; Dari becomes fa-AF. */
export const LanguageTag = z
  .string('required')
  .max(35, 'language')
  .transform((tag, ctx) => {
    try {
      const canonical = new Intl.Locale(tag).toString()
      const known = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(
        canonical,
      )
      if (known !== undefined) return canonical === 'prs' ? 'fa-AF' : canonical
    } catch {
      // Refused below.
    }
    ctx.addIssue({ code: 'custom', message: 'language' })
    return z.NEVER
  })

/** `HH:MM` on a quarter of an hour; 24:00 may end a day. */
export const ClockTime = z
  .string('required')
  .regex(/^(?:[01]\d|2[0-3]):(?:00|15|30|45)$|^24:00$/, 'time')

/** A plausible birth year, independent of the clock. */
/** The version of a row that the writer read; a row that has changed since is not written. */
export const Version = z
  .int('invalid')
  .min(1, 'tooSmall')
  .max(2 ** 31 - 1, 'tooBig')
  .meta({ description: 'The version that you read; what has changed since is not changed again.' })

export const BirthYear = z.int('invalid').min(1900, 'tooEarly').max(2100, 'tooLate')

// Stops at a text that is too long: checks that compare days must not get a text.
function temporal<Value>(parse: (text: string) => Value, code: string) {
  return z
    .string('required')
    .max(64, { error: code, abort: true })
    .transform((value, ctx) => {
      try {
        return parse(value)
      } catch {
        ctx.addIssue({ code: 'custom', message: code })
        return z.NEVER
      }
    })
}

const earliest = Temporal.PlainDate.from('1900-01-01')
const latest = Temporal.PlainDate.from('2200-01-01')

/** `YYYY-MM-DD` between 1900 and 2199. */
export const PlainDate = temporal((value) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new RangeError()
  const day = Temporal.PlainDate.from(value)
  if (Temporal.PlainDate.compare(day, earliest) < 0 || Temporal.PlainDate.compare(day, latest) >= 0)
    throw new RangeError()
  return day
}, 'date').meta({ format: 'date' })

/** `YYYY-MM-DDTHH:MM`, the time on the wall, between 1900 and 2199. */
export const LocalTime = temporal((value) => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) throw new RangeError()
  const time = Temporal.PlainDateTime.from(value)
  const day = time.toPlainDate()
  if (Temporal.PlainDate.compare(day, earliest) < 0 || Temporal.PlainDate.compare(day, latest) >= 0)
    throw new RangeError()
  return time
}, 'time').meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$', examples: ['2026-12-01T17:00'] })

/** RFC 3339 with an offset or Z, between 1900 and 2199. */
export const Instant = temporal((value) => {
  const at = Temporal.Instant.from(value)
  const day = at.toZonedDateTimeISO('UTC').toPlainDate()
  if (Temporal.PlainDate.compare(day, earliest) < 0 || Temporal.PlainDate.compare(day, latest) >= 0)
    throw new RangeError()
  return at
}, 'time').meta({ format: 'date-time' })
