/** The period as moments, half open. */
export interface Window {
  from: Temporal.Instant
  /** The earlier of the period's end and the as-of date; states are counted at this moment. */
  to: Temporal.Instant
  /** The period's end, also when it is still to come: meetings are planned ahead. */
  planned: Temporal.Instant
  now: Temporal.Instant
  /** The year of the period's last day, by which ages are counted. */
  year: number
}

export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

/** Half open: what happens at midnight belongs to the day that begins. */
export function isWithin(at: Temporal.Instant, { from, to }: Pick<Window, 'from' | 'to'>): boolean {
  return !isBefore(at, from) && isBefore(at, to)
}
