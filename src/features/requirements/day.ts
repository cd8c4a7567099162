import { zone } from '../../locales/zone.ts'

/** The day in Danish time: a requirement is valid to the end of its last day. */
export function dayOf(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate()
}
