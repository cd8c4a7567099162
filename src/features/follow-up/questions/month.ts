import { zone } from '../../../locales/zone.ts'

/** The month that a question is about: the one before it was asked. */
export function monthOf({ askedAt }: { askedAt: Temporal.Instant }): Temporal.PlainYearMonth {
  return askedAt.toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().subtract({ months: 1 })
}

/** The time until nine in the morning, when questions are mailed; nothing when it is later. */
export function untilNine(now: Temporal.Instant): Temporal.Duration | undefined {
  const nine = now.toZonedDateTimeISO(zone).withPlainTime('09:00').toInstant()
  return Temporal.Instant.compare(now, nine) < 0 ? now.until(nine) : undefined
}

/** Midnight in Denmark, when today began. */
export function startOfToday(now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO(zone).startOfDay().toInstant()
}
