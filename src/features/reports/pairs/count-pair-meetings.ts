import { zone } from '../../../locales/zone.ts'
import type { EpisodeFact } from '../indicators.ts'
import { isBefore, isWithin, type Window } from '../window.ts'
import type { AnsweredMonth, RecordedMeeting } from './sql.ts'

/** The days of an average month, in which active days are counted. */
const daysOfMonth = 30.44

interface PairFacts {
  recorded: readonly RecordedMeeting[]
  months: readonly AnsweredMonth[]
  episodes: readonly EpisodeFact[]
}

export interface PairFigures {
  /** T2: of the people whose attendance is known, those who were present. */
  attendance: { present: number; expected: number }
  /** T1, T3: a meeting at which three pairs were is three pair-meetings. */
  pairMeetings: number
  /** T3: the days on which pairs were active, in months. */
  activeMonths: number
  /** T4: each meeting once. */
  hours: number
  /** T4: each mentor who was there. */
  mentorHours: number
}

/**
 * Counts how often pairs met and for how long, from recorded meetings and from what pairs answered
 * about a month. Where a month has both, the larger number counts. An answer counts in a period that
 * has the whole month.
 */
export function countPairMeetings(facts: PairFacts, window: Window): PairFigures {
  const recorded = facts.recorded.filter(({ startsAt }) => isWithin(startsAt, window))
  const held = recorded.filter(({ isHeld }) => isHeld)
  const beyond = facts.months
    .filter(({ month }) => isWithin(startOf(month), window) && !isBefore(window.to, endOf(month)))
    .map((answered) => beyondRecords(answered, held))
  const present = sum(recorded, (meeting) => meeting.present)
  const hoursBeyond = sum(beyond, ({ hours }) => hours)
  return {
    attendance: { present, expected: present + sum(recorded, ({ absent }) => absent) },
    pairMeetings:
      sum(held, ({ matchIds }) => matchIds.length) + sum(beyond, ({ meetings }) => meetings),
    activeMonths: sum(facts.episodes, (episode) => daysActive(episode, window)) / daysOfMonth,
    hours: sum(held, hoursOf) + hoursBeyond,
    mentorHours: sum(held, (meeting) => hoursOf(meeting) * meeting.mentorsPresent) + hoursBeyond,
  }
}

/** What a pair's answer about a month has more than the records of that month. */
function beyondRecords(
  { matchId, month, meetings, hours }: AnsweredMonth,
  held: readonly RecordedMeeting[],
) {
  const own = held.filter(
    (meeting) =>
      meeting.matchIds.includes(matchId) &&
      isWithin(meeting.startsAt, { from: startOf(month), to: endOf(month) }),
  )
  return {
    meetings: Math.max(0, meetings - own.length),
    hours: Math.max(0, hours - sum(own, hoursOf)),
  }
}

function hoursOf({ minutes }: RecordedMeeting): number {
  return minutes / 60
}

function daysActive({ activeAt, closedAt }: EpisodeFact, { from, to }: Window): number {
  if (activeAt === null) return 0
  const begins = isBefore(from, activeAt) ? activeAt : from
  const ends = closedAt !== null && isBefore(closedAt, to) ? closedAt : to
  return Math.max(0, begins.until(ends).total('hours') / 24)
}

function startOf(month: Temporal.PlainYearMonth): Temporal.Instant {
  return month.toPlainDate({ day: 1 }).toZonedDateTime(zone).toInstant()
}

function endOf(month: Temporal.PlainYearMonth): Temporal.Instant {
  return startOf(month.add({ months: 1 }))
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
