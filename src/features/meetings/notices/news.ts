/** Where and when a meeting is. */
export interface Details {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  place: string
}

/** What a mail said: that the meeting takes place then and there, or that it does not. */
export type Told = Details & { takesPlace: boolean }

export type News =
  | { kind: 'meeting-invitation' }
  | { kind: 'meeting-moved'; before: Details }
  | { kind: 'meeting-cancelled'; before: Details }

/**
 * What a reader has to be told of a meeting, given what they were told last; undefined when they know
 * how it is. `details` are undefined when the meeting is off for the reader.
 */
export function newsOf(
  details: Details | undefined,
  told: Told | undefined,
  now: Temporal.Instant,
): News | undefined {
  const known = told?.takesPlace === true ? told : undefined
  if (details === undefined)
    return known === undefined || isOver(known, now)
      ? undefined
      : { kind: 'meeting-cancelled', before: known }
  if (isOver(details, now)) return undefined
  if (known === undefined) return { kind: 'meeting-invitation' }
  return areSame(details, known) ? undefined : { kind: 'meeting-moved', before: known }
}

/** Whether a mail that may have arrived said what is still true; another is due about a change. */
export function isStillTrue(details: Details | undefined, told: Told): boolean {
  return details === undefined ? !told.takesPlace : told.takesPlace && areSame(details, told)
}

function isOver({ endsAt }: Details, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(endsAt, now) <= 0
}

function areSame(one: Details, other: Details): boolean {
  return (
    one.startsAt.equals(other.startsAt) &&
    one.endsAt.equals(other.endsAt) &&
    one.place === other.place
  )
}
