import type { MatchCheckKind } from '../../../db/types.ts'
import { zone } from '../../../locales/zone.ts'
import type { FollowUpPlan } from '../../programmes/schema.ts'

/** What a pair's checks are counted from. */
export interface Beginnings {
  /** The end of the first meeting at which both were. */
  metAt: Temporal.Instant | null
  /** The day on which it became active. */
  activeOn: Temporal.PlainDate | null
  /** The day on which it last went on after a pause. */
  resumedOn: Temporal.PlainDate | null
}

export interface PlannedCheck {
  kind: MatchCheckKind
  dueFrom: Temporal.PlainDate
  dueBy: Temporal.PlainDate
}

/** A check counts when it is done within three days of its day. */
const margin = { days: 3 }
/** How late a check is still created when its meeting was recorded late. */
const latest = { days: 7 }

/** The checks of a pair that are due on a day, or were so recently that they are still to be made. */
export function checksDueOn(
  today: Temporal.PlainDate,
  plan: FollowUpPlan,
  beginnings: Beginnings,
): PlannedCheck[] {
  return allChecks(plan, beginnings, today).filter(
    ({ dueFrom, dueBy }) => !isAfter(dueFrom, today) && !isAfter(today, dueBy.add(latest)),
  )
}

/** The next check of a pair after a day, if it goes on. */
export function nextCheck(
  today: Temporal.PlainDate,
  plan: FollowUpPlan,
  beginnings: Beginnings,
): PlannedCheck | undefined {
  return allChecks(plan, beginnings, today.add({ months: 2 }))
    .filter(({ dueFrom }) => isAfter(dueFrom, today))
    .sort((one, other) => Temporal.PlainDate.compare(one.dueFrom, other.dueFrom))[0]
}

/** Every check of a pair whose day is at most a month after the last day asked for. */
function allChecks(
  plan: FollowUpPlan,
  beginnings: Beginnings,
  through: Temporal.PlainDate,
): PlannedCheck[] {
  const { metAt, activeOn, resumedOn } = beginnings
  const first = metAt === null ? [] : [firstContact(plan, metAt)]
  if (activeOn === null) return first
  const review = afterRest(activeOn.add({ weeks: plan.reviewWeeks }), beginnings)
  const decision = afterRest(activeOn.add({ months: plan.decisionMonths }), beginnings)
  const contacts = contactDays(plan, activeOn, through.add({ months: 1 }))
    .map((day) => around('contact', day))
    .filter(({ dueBy }) => resumedOn === null || !isAfter(resumedOn, dueBy))
    .filter((contact) => ![review, decision].some((day) => covers(contact, day)))
  return [...first, around('review', review), around('decision', decision), ...contacts]
}

function firstContact(plan: FollowUpPlan, metAt: Temporal.Instant): PlannedCheck {
  const dueBy = dayOf(metAt.add({ hours: plan.firstContactHours }))
  return { kind: 'first-contact', dueFrom: dayOf(metAt), dueBy }
}

function contactDays(
  { contactWeeks, contactMonths }: FollowUpPlan,
  activeOn: Temporal.PlainDate,
  through: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  const often = activeOn.add({ months: contactMonths })
  for (let weeks = contactWeeks; ; weeks += contactWeeks) {
    const day = activeOn.add({ weeks })
    if (isAfter(day, often) || isAfter(day, through)) break
    days.push(day)
  }
  for (let months = contactMonths + 1; ; months++) {
    const day = activeOn.add({ months })
    if (isAfter(day, through)) return days
    days.push(day)
  }
}

/** What would have been due in a pause is due when the pair goes on. */
function afterRest(day: Temporal.PlainDate, { resumedOn }: Beginnings): Temporal.PlainDate {
  return resumedOn !== null && isAfter(resumedOn, day) ? resumedOn : day
}

function around(kind: MatchCheckKind, day: Temporal.PlainDate): PlannedCheck {
  return { kind, dueFrom: day.subtract(margin), dueBy: day.add(margin) }
}

function covers({ dueFrom, dueBy }: PlannedCheck, day: Temporal.PlainDate): boolean {
  return !isAfter(dueFrom, day) && !isAfter(day, dueBy)
}

function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0
}

function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate()
}
