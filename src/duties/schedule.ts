import { zone } from '../locales/zone.ts'

/** Before a library opens. */
const night = Temporal.PlainTime.from('05:15')

/** The next night in Denmark, also when the clocks change. */
export function nightly(now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const tonight = atNight(today)
  return Temporal.Instant.compare(tonight, now) > 0 ? tonight : atNight(today.add({ days: 1 }))
}

function atNight(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: night }).toInstant()
}

/** Again after this many minutes. */
export function everyMinutes(minutes: number): (now: Temporal.Instant) => Temporal.Instant {
  return (now) => now.add({ minutes })
}

/** Again in a second. */
export function everySecond(now: Temporal.Instant): Temporal.Instant {
  return now.add({ seconds: 1 })
}

/** The next Monday at seven in Denmark, also when the clocks change. */
export function mondays(now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const monday = today.add({ days: (8 - today.dayOfWeek) % 7 })
  const atSeven = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: '07:00' }).toInstant()
  return Temporal.Instant.compare(atSeven(monday), now) > 0
    ? atSeven(monday)
    : atSeven(monday.add({ days: 7 }))
}
