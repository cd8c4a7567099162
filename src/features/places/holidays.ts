import Holidays from 'date-holidays'

const calendar = new Holidays('DK', { types: ['public'] })
const byYear = new Map<number, Map<string, string>>()

/** Danish public holidays by day (`2027-12-25`), each with its Danish name. */
function holidaysOf(year: number): Map<string, string> {
  const known = byYear.get(year)
  if (known !== undefined) return known
  const days = calendar.getHolidays(year, 'da').map(({ date, name }) => [date.slice(0, 10), name])
  const holidays = new Map(days as [string, string][])
  byYear.set(year, holidays)
  return holidays
}

/** The Danish name of the public holiday on a day, if it is one. */
export function holidayOn(day: Temporal.PlainDate): string | undefined {
  return holidaysOf(day.year).get(day.toString())
}

/** The public holidays from one day to before another. */
export function holidaysBetween(
  from: Temporal.PlainDate,
  before: Temporal.PlainDate,
): { day: Temporal.PlainDate; name: string }[] {
  const years = Array.from({ length: before.year - from.year + 1 }, (_, at) => from.year + at)
  return years
    .flatMap((year) => [...holidaysOf(year)])
    .map(([day, name]) => ({ day: Temporal.PlainDate.from(day), name }))
    .filter(
      ({ day }) =>
        Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, before) < 0,
    )
}
