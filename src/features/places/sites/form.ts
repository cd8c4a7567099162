import type { FieldProblem } from '../../../problems.ts'
import { type FormBody, many, numberOrText, one } from '../../../web/form.ts'
import { holidaysBetween } from '../holidays.ts'
import { hoursText, readHoursText } from './hours-text.ts'
import type { SiteWithHours } from './read-site-with-hours.ts'

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const hoursFields = [
  ...['version', 'staffed-*', 'open-*', 'closed[]', 'opens[]', 'closeFrom', 'closeTo'],
] as const
export const roomsFields = ['version', 'room-*', 'newRoom-*'] as const
export const newRooms = [1, 2, 3] as const

/** At most a summer at a time: more is a typing error. */
const longestClosing = 100

/** The public holidays that the form lists. */
export function comingHolidays(today: Temporal.PlainDate) {
  return holidaysBetween(today, today.add({ months: 12 }))
}

/** What is stored, as the values of both forms. */
export function valuesOf({ version, weekly, days, rooms }: SiteWithHours): FormBody {
  const on = (day: number, isStaffed: boolean) =>
    hoursText(weekly.filter((one) => one.day === day && one.staffed === isStaffed))
  return {
    version: String(version),
    ...Object.fromEntries(
      weekdays.flatMap((day) => [
        [`staffed-${day}`, on(day, true)],
        [`open-${day}`, on(day, false)],
      ]),
    ),
    closed: days.filter(({ opens }) => !opens).map(({ day }) => day.toString()),
    opens: days.filter(({ opens }) => opens).map(({ day }) => day.toString()),
    ...Object.fromEntries(rooms.map(({ id, name }) => [`room-${id}`, name])),
  }
}

/** The command of the form of hours, and the form's field of each opening. */
export function hoursOf(values: FormBody): { command: unknown; fields: string[] } {
  const openings = weekdays.flatMap((day) =>
    (['staffed', 'open'] as const).flatMap((kind) =>
      readHoursText(one(values, `${kind}-${day}`) ?? '').map((hours) => ({
        field: `${kind}-${day}`,
        opening: { day, ...hours, staffed: kind === 'staffed' },
      })),
    ),
  )
  const closed = new Set([...many(values, 'closed'), ...closing(values)])
  return {
    command: {
      version: numberOrText(values, 'version'),
      weekly: openings.map(({ opening }) => opening),
      days: [
        ...[...closed].map((day) => ({ day, opens: false })),
        ...many(values, 'opens')
          .filter((day) => !closed.has(day))
          .map((day) => ({ day, opens: true })),
      ],
    },
    fields: openings.map(({ field }) => field),
  }
}

/** The days of a newly typed closing; one day when its end is left out. */
function closing(values: FormBody): string[] {
  const from = one(values, 'closeFrom')
  const to = one(values, 'closeTo') ?? from
  if (from === undefined || to === undefined) return []
  try {
    const first = Temporal.PlainDate.from(from)
    const days = first.until(Temporal.PlainDate.from(to)).days
    if (days < 0 || days > longestClosing) return ['']
    return Array.from({ length: days + 1 }, (_, later) => first.add({ days: later }).toString())
  } catch {
    // Left for the schema to refuse.
    return [from]
  }
}

/** Moves a problem of an opening or a day to its field of the form. */
export function atHoursField(problem: FieldProblem, fields: readonly string[]): FieldProblem {
  const [, list, at] = problem.pointer.split('/')
  if (list === 'days') return { ...problem, pointer: '/closing' }
  if (list !== 'weekly') return problem
  return { ...problem, pointer: `/${fields[Number(at)] ?? 'staffed-1'}` }
}

export function roomsOf(values: FormBody): unknown {
  const known = Object.keys(values).filter((name) => name.startsWith('room-'))
  return {
    version: numberOrText(values, 'version'),
    rooms: [
      ...known.map((name) => ({ id: name.slice('room-'.length), name: one(values, name) })),
      ...newRooms.map((number) => ({ name: one(values, `newRoom-${number}`) })),
    ].filter(({ name }) => name !== undefined),
  }
}
