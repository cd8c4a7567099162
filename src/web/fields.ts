import { z } from 'zod'

/**
 * The fields that commands share. Every text passes here: normalised, no control or direction
 * characters that would fool a reader, a length the page can show, and never a CPR number.
 * The `error` texts are codes of `form.error` in the catalogues, not sentences.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being refused
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/

/** Six digits that are a date, then four: the shape of a CPR number. The check sum no longer decides. */
const cprShape = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)/

/** For what is no field of ours, such as a cell of a file: true when a CPR number may stand in it. */
export function hasCprShape(value: string): boolean {
  return cprShape.test(value)
}

function text() {
  return (
    z
      .string({ error: (issue) => (issue.input === undefined ? 'required' : 'invalid') })
      .refine((value) => value.isWellFormed(), 'characters')
      // Arabic keyboards leave invisible direction marks behind; nobody means them.
      .transform((value) =>
        value
          .normalize('NFC')
          .replace(/[\u200e\u200f\ufeff]/g, '')
          // Every question is one line; what was pasted from several becomes one.
          .replace(/[\t\n\u2028\u2029]+/g, ' ')
          .trim(),
      )
      .refine((value) => !forbidden.test(value), 'characters')
      .refine((value) => !cprShape.test(value), 'cpr')
  )
}

/** A line a person wrote, 1 to `max` characters. */
export function Text(max: number) {
  return text().pipe(z.string().min(1, 'required').max(max, 'tooLong'))
}

export const PersonName = Text(100)

/** ASCII, one address, no display name: what the mail server and we must read alike. */
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

export const Id = z.uuid('invalid')

/** Kommunekode, four digits, as text: numbers would lose the leading zero. */
export const MunicipalityCode = z.string('required').regex(/^\d{4}$/, 'choice')

/** BCP 47, in canonical spelling. Dari is written fa-AF, however it came. */
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
      // Falls through to the same refusal.
    }
    ctx.addIssue({ code: 'custom', message: 'language' })
    return z.NEVER
  })

/** `HH:MM` on a quarter of an hour; 24:00 may end a day. */
export const ClockTime = z
  .string('required')
  .regex(/^(?:[01]\d|2[0-3]):(?:00|15|30|45)$|^24:00$/, 'time')

/** A year somebody alive could be born in, without asking a clock. */
export const BirthYear = z.int('invalid').min(1900, 'tooEarly').max(2100, 'tooLate')

// What is too long ends there: a check that compares days with each other must not be given a text.
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

/** `YYYY-MM-DD` between 1900 and 2199, which the database can hold and a person can mean. */
export const PlainDate = temporal((value) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new RangeError()
  const day = Temporal.PlainDate.from(value)
  if (Temporal.PlainDate.compare(day, earliest) < 0 || Temporal.PlainDate.compare(day, latest) >= 0)
    throw new RangeError()
  return day
}, 'date').meta({ format: 'date' })

/** RFC 3339 with an offset or Z, between 1900 and 2199. */
export const Instant = temporal((value) => {
  const at = Temporal.Instant.from(value)
  const day = at.toZonedDateTimeISO('UTC').toPlainDate()
  if (Temporal.PlainDate.compare(day, earliest) < 0 || Temporal.PlainDate.compare(day, latest) >= 0)
    throw new RangeError()
  return at
}, 'time').meta({ format: 'date-time' })
