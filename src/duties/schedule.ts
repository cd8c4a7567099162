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
