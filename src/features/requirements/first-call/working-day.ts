import { holidayOn } from '../../places/holidays.ts'

/** The day that is so many working days later: neither weekends nor Danish public holidays count. */
export function workingDayAfter(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let at = day
  for (let left = count; left > 0;) {
    at = at.add({ days: 1 })
    if (at.dayOfWeek <= 5 && holidayOn(at) === undefined) left--
  }
  return at
}
