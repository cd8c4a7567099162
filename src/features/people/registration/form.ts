import { randomUUID } from 'node:crypto'
import type { EnrolmentRole } from '../../../db/types.ts'
import type { Locale } from '../../../locales/locale.ts'
import { type FormBody, many, one, ticked } from '../../../web/form.ts'
import { fieldsOf, personFields } from '../profile/form.ts'
import { commonLanguages } from '../topics.ts'
import { honeypot } from './bot-check.ts'

/** The columns of the week grid, as hours. */
export const dayParts = {
  morning: { from: '09:00', to: '12:00' },
  afternoon: { from: '12:00', to: '17:00' },
  evening: { from: '17:00', to: '21:00' },
} as const
type DayPart = keyof typeof dayParts

export const extraLanguages = ['1', '2'] as const

export const registrationFields = [
  ...personFields,
  ...['level-*', 'extra-language-*', 'extra-level-*', 'hours[]', 'needs[]', 'most'],
  ...['consent', 'submissionId', 'shownAt', honeypot],
]

/**
 * The values of a new form, with its own submission id, so that sending it twice registers once.
 */
export function newRegistration(now: Temporal.Instant): FormBody {
  return { submissionId: randomUUID(), shownAt: now.toString(), meets: 'either', capacity: '1' }
}

/** Converts form values to the API's command, not yet validated. */
export function registrationFromForm(role: EnrolmentRole, body: FormBody, locale: Locale): object {
  const registration = {
    ...fieldsOf(role, body),
    locale,
    languages: languagesOf(body),
    hours: hoursOf(body),
    consent: ticked(body, 'consent'),
    submissionId: one(body, 'submissionId'),
  }
  if (role === 'mentor') return registration
  const most = one(body, 'most')
  const needs = many(body, 'needs').map((topic) => ({ topic, importance: topic === most ? 3 : 2 }))
  return { ...registration, needs }
}

function languagesOf(body: FormBody): object[] {
  const common = commonLanguages.map((tag) => ({ tag, level: one(body, `level-${tag}`) }))
  const extra = extraLanguages.map((line) => ({
    tag: one(body, `extra-language-${line}`),
    level: one(body, `extra-level-${line}`),
  }))
  return [...common, ...extra]
    .filter((skill) => skill.level !== undefined && skill.tag !== undefined)
    .map((skill) => {
      const isLiterate = skill.level === 'native' || skill.level === 'B2'
      return { ...skill, reads: isLiterate, writes: isLiterate, canInterpret: false }
    })
}

/** Adjacent parts of a day become one interval, so that a meeting may run across noon. */
function hoursOf(body: FormBody): object[] {
  const hours: { day: number; from: string; to: string }[] = []
  for (const choice of many(body, 'hours').toSorted(byTime)) {
    const [day, part] = choice.split('-')
    const interval = dayParts[part as DayPart]
    // An unknown value becomes an interval that the schema refuses.
    if (interval === undefined) return [{}]
    const last = hours.at(-1)
    if (last?.day === Number(day) && last.to === interval.from) last.to = interval.to
    else hours.push({ day: Number(day), ...interval })
  }
  return hours
}

const partOrder = Object.keys(dayParts)

function byTime(a: string, b: string): number {
  const [dayA, partA] = a.split('-')
  const [dayB, partB] = b.split('-')
  return Number(dayA) - Number(dayB) || partOrder.indexOf(partA!) - partOrder.indexOf(partB!)
}
