import { zone } from '../../locales/zone.ts'

/** The day it is for the people: a requirement counts to the end of its last day here. */
export function dayOf(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate()
}
