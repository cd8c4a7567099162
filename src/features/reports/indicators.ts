import type {
  EnrolmentRole,
  EnrolmentState,
  MeetingState,
  MeetingType,
  Sex,
} from '../../db/types.ts'
import { countPairMeetings, type PairFigures } from './pairs/count-pair-meetings.ts'
import type { AnsweredMonth, RecordedMeeting } from './pairs/sql.ts'
import { isBefore, isWithin, type Window } from './window.ts'

export interface Facts {
  enrolments: readonly EnrolmentFact[]
  /** In the order in which they happened. */
  transitions: readonly { enrolmentId: string; toState: EnrolmentState; at: Temporal.Instant }[]
  consents: readonly {
    personId: string
    givenAt: Temporal.Instant
    withdrawnAt: Temporal.Instant | null
  }[]
  episodes: readonly EpisodeFact[]
  offers: readonly {
    menteeId: string
    offeredAt: Temporal.Instant
    endedAt: Temporal.Instant | null
  }[]
  meetings: readonly {
    id: string
    type: MeetingType
    state: MeetingState
    startsAt: Temporal.Instant
    endsAt: Temporal.Instant
  }[]
  agreements: readonly { topic: string; agreedAt: Temporal.Instant }[]
  /** In the order in which they were. */
  recorded: readonly RecordedMeeting[]
  months: readonly AnsweredMonth[]
}

interface EnrolmentFact {
  id: string
  personId: string
  role: EnrolmentRole
  readySince: Temporal.Instant | null
  partner: string | null
  sex: Sex
  birthYear: number | null
  residence: string
}

/** A match from its beginning to its end; one that was opened again has several. */
export interface EpisodeFact {
  menteeId: string
  isFirst: boolean
  openedAt: Temporal.Instant
  activeAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
}

export const mentorSteps = ['registered', 'interviewed', 'selected', 'ready'] as const
export const menteeSteps = ['contacted', 'participating', 'ready'] as const
export const dimensions = ['sex', 'age', 'residence'] as const
export const meetingOutcomes = ['held', 'scheduled', 'cancelled', 'no_show', 'unreported'] as const
const sexes = ['woman', 'man', 'other', 'undisclosed'] as const satisfies readonly Sex[]
const ageBands = ['0-17', '18-24', '25-39', '40-59', '60+', 'undisclosed'] as const
const waitingBands = ['0-30', '31-60', '61-90', '91+'] as const

type MentorStep = (typeof mentorSteps)[number]
type MenteeStep = (typeof menteeSteps)[number]
type Dimension = (typeof dimensions)[number]
type MeetingOutcome = (typeof meetingOutcomes)[number]

/** How many entered one state (`first`), another (`next`), and both. */
export interface Funnel<Count> {
  first: Count
  next: Count
  both: Count
}
export type Column<Count> = Funnel<Count> & { category: string }
export type Bar<Count> = { category: string; count: Count }

/** Every number of a report. A `Count` is a number, or null once it is suppressed. */
export interface Figures<Count> {
  /** P1 */
  mentors: Record<MentorStep, Count>
  mentorsAtEnd: Record<MentorStep, Count>
  /** P2: interviewed, selected */
  selection: Funnel<Count>
  /** P3 */
  mentees: Record<MenteeStep, Count>
  menteesAtEnd: Record<'contacted' | 'ready', Count>
  /** P4: contacted, participating */
  participation: Funnel<Count>
  partners: Column<Count>[]
  /** P5 */
  groups: Record<Dimension, Column<Count>[]>
  /** W1 */
  waiting: Count
  waitingByDays: Bar<Count>[]
  medianDaysWaiting: number | null
  /** M1, M2, T5: pairs, each with a mentee of its own */
  newMatches: Count
  activeMatches: Count
  pairsIntroduced: Count
  /** T1, T5: no counts of people */
  meetings: Record<MeetingOutcome, number>
  matchMeetings: number
  agreements: Bar<number>[]
  /** T1 to T4 */
  pairs: Pick<PairFigures, 'pairMeetings' | 'hours' | 'mentorHours'>
  /** T2, T3: rates, null where few pairs stand behind them */
  attendance: PairFigures['attendance'] | null
  pairMeetingsPerMonth: Pick<PairFigures, 'pairMeetings' | 'activeMonths'> | null
}

/** Counts every figure of a report. A person who enters a state twice is counted once. */
export function countFigures(facts: Facts, window: Window): Figures<number> {
  const history = readHistory(facts, window)
  const mentors = countSteps(mentorSteps, (step) => history.entered('mentor', step))
  const contacted = history.entered('mentee', 'contacted')
  const participating = peopleWithin(firstParticipations(facts, window), window)
  const mentees = facts.enrolments.filter((enrolment) => enrolment.role === 'mentee')
  const grid = (categoryOf: (enrolment: EnrolmentFact) => string, order: readonly string[]) =>
    columnsOf(mentees, contacted, participating, categoryOf, order)
  const waits = daysWaiting(facts, window, history)
  return {
    mentors,
    mentorsAtEnd: countSteps(mentorSteps, (step) => history.standing('mentor', step)),
    selection: funnel(
      history.entered('mentor', 'interviewed'),
      history.entered('mentor', 'selected'),
    ),
    mentees: {
      contacted: contacted.size,
      participating: participating.size,
      ready: history.entered('mentee', 'ready').size,
    },
    menteesAtEnd: {
      contacted: history.standing('mentee', 'contacted').size,
      ready: history.standing('mentee', 'ready').size,
    },
    participation: funnel(contacted, participating),
    partners: grid((enrolment) => enrolment.partner ?? '', []).filter(({ first }) => first > 0),
    groups: {
      sex: grid((enrolment) => enrolment.sex, sexes),
      age: grid((enrolment) => ageBand(enrolment.birthYear, window.year), ageBands),
      residence: grid((enrolment) => enrolment.residence, []),
    },
    waiting: waits.length,
    waitingByDays: waitingBands.map((category) => ({
      category,
      count: waits.filter((days) => waitingBand(days) === category).length,
    })),
    medianDaysWaiting: median(waits),
    ...countMatches(facts, window),
    ...countMeetings(facts, window),
    ...countPairs(facts, window),
  }
}

interface History {
  /** Who entered the state in the period. */
  entered(role: EnrolmentRole, state: EnrolmentState): ReadonlySet<string>
  /** Who was in the state at its end. */
  standing(role: EnrolmentRole, state: EnrolmentState): ReadonlySet<string>
  /** The state at the period's end of each enrolment, and since when. */
  latest: ReadonlyMap<string, { state: EnrolmentState; since: Temporal.Instant }>
}

function readHistory(facts: Facts, window: Window): History {
  const byId = new Map(facts.enrolments.map((enrolment) => [enrolment.id, enrolment]))
  const latest = new Map<string, { state: EnrolmentState; since: Temporal.Instant }>()
  const entered = new Map<string, Set<string>>()
  const standing = new Map<string, Set<string>>()
  for (const { enrolmentId, toState, at } of facts.transitions) {
    const enrolment = byId.get(enrolmentId)
    if (enrolment === undefined || !isBefore(at, window.to)) continue
    latest.set(enrolmentId, { state: toState, since: at })
    if (isWithin(at, window)) add(entered, `${enrolment.role} ${toState}`, enrolment.personId)
  }
  for (const [id, { state }] of latest) {
    const { role, personId } = byId.get(id)!
    add(standing, `${role} ${state}`, personId)
  }
  return {
    entered: (role, state) => entered.get(`${role} ${state}`) ?? new Set(),
    standing: (role, state) => standing.get(`${role} ${state}`) ?? new Set(),
    latest,
  }
}

/** The states that a person reaches only by registering. */
const registeredStates: ReadonlySet<EnrolmentState> = new Set([
  'registered',
  'screened',
  'ready',
  'offered',
])

/**
 * When each mentee began to take part: registered with a consent to be matched in force, or matched,
 * whichever came first.
 */
function firstParticipations(facts: Facts, window: Window): Map<string, Temporal.Instant> {
  const first = new Map<string, Temporal.Instant>()
  const note = (personId: string, at: Temporal.Instant) => {
    const known = first.get(personId)
    if (isBefore(at, window.to) && (known === undefined || isBefore(at, known)))
      first.set(personId, at)
  }
  const mentees = new Map(
    facts.enrolments.flatMap(({ id, role, personId }) =>
      role === 'mentee' ? [[id, personId] as const] : [],
    ),
  )
  const registered = new Map<string, Temporal.Instant>()
  for (const { enrolmentId, toState, at } of facts.transitions) {
    const personId = mentees.get(enrolmentId)
    if (personId === undefined) continue
    if (toState === 'matched') note(personId, at)
    if (registeredStates.has(toState) && !registered.has(personId)) registered.set(personId, at)
  }
  for (const { personId, givenAt, withdrawnAt } of facts.consents) {
    const registeredAt = registered.get(personId)
    if (registeredAt === undefined) continue
    const at = isBefore(givenAt, registeredAt) ? registeredAt : givenAt
    if (withdrawnAt === null || isBefore(at, withdrawnAt)) note(personId, at)
  }
  for (const { menteeId, openedAt } of facts.episodes) {
    const personId = mentees.get(menteeId)
    if (personId !== undefined) note(personId, openedAt)
  }
  return first
}

/** Splits the contacted and the participating by a category that each person has one of. */
function columnsOf(
  mentees: readonly EnrolmentFact[],
  contacted: ReadonlySet<string>,
  participating: ReadonlySet<string>,
  categoryOf: (enrolment: EnrolmentFact) => string,
  order: readonly string[],
): Column<number>[] {
  const columns = new Map(order.map((category) => [category, emptyColumn(category)]))
  const seen = new Set<string>()
  for (const mentee of mentees) {
    const isContacted = contacted.has(mentee.personId)
    const isParticipating = participating.has(mentee.personId)
    if (seen.has(mentee.personId) || !(isContacted || isParticipating)) continue
    seen.add(mentee.personId)
    const category = categoryOf(mentee)
    const column = columns.get(category) ?? emptyColumn(category)
    columns.set(category, column)
    if (isContacted) column.first++
    if (isParticipating) column.next++
    if (isContacted && isParticipating) column.both++
  }
  return [...columns.values()]
}

function emptyColumn(category: string): Column<number> {
  return { category, first: 0, next: 0, both: 0 }
}

/** Whole days that each mentee without an open offer or match has been ready at the period's end. */
function daysWaiting(facts: Facts, window: Window, { latest }: History): number[] {
  const isOpen = (from: Temporal.Instant, until: Temporal.Instant | null) =>
    isBefore(from, window.to) && (until === null || !isBefore(until, window.to))
  const busy = new Set([
    ...facts.episodes.filter((e) => isOpen(e.openedAt, e.closedAt)).map((e) => e.menteeId),
    ...facts.offers.filter((o) => isOpen(o.offeredAt, o.endedAt)).map((o) => o.menteeId),
  ])
  const peopleBusy = new Set(
    facts.enrolments.filter((enrolment) => busy.has(enrolment.id)).map((e) => e.personId),
  )
  const since = new Map<string, Temporal.Instant>()
  for (const { id, role, personId, readySince } of facts.enrolments) {
    const last = latest.get(id)
    if (role !== 'mentee' || last?.state !== 'ready' || peopleBusy.has(personId)) continue
    // A declined offer does not restart the wait: `readySince` stays.
    const from = readySince !== null && isBefore(readySince, last.since) ? readySince : last.since
    const known = since.get(personId)
    if (known === undefined || isBefore(from, known)) since.set(personId, from)
  }
  const end = isBefore(window.now, window.to) ? window.now : window.to
  return [...since.values()].map((from) => Math.floor(from.until(end).total('hours') / 24))
}

function countMatches({ episodes }: Facts, window: Window) {
  return {
    newMatches: episodes.filter((e) => e.isFirst && isWithin(e.openedAt, window)).length,
    activeMatches: episodes.filter(
      ({ activeAt, closedAt }) =>
        activeAt !== null &&
        isBefore(activeAt, window.to) &&
        (closedAt === null || !isBefore(closedAt, window.to)),
    ).length,
  }
}

function countMeetings(facts: Facts, window: Window) {
  const planned = { from: window.from, to: window.planned }
  const meetings = facts.meetings.filter((meeting) => isWithin(meeting.startsAt, planned))
  const outcomes = meetings.map(({ state, endsAt }): MeetingOutcome =>
    state === 'scheduled' && !isBefore(window.now, endsAt) ? 'unreported' : state,
  )
  const introductions = firstMeetings(facts.recorded).filter(({ startsAt }) =>
    isWithin(startsAt, planned),
  )
  const agreements = new Map<string, number>()
  for (const { topic, agreedAt } of facts.agreements)
    if (isWithin(agreedAt, window)) agreements.set(topic, (agreements.get(topic) ?? 0) + 1)
  return {
    meetings: countEach(meetingOutcomes, (outcome) => outcomes.filter((o) => o === outcome).length),
    matchMeetings: new Set(introductions.map(({ id }) => id)).size,
    pairsIntroduced: introductions.length,
    agreements: [...agreements].map(([category, count]) => ({ category, count })),
  }
}

/** Of each pair, the first meeting at which both were, also in a group. */
function firstMeetings(recorded: readonly RecordedMeeting[]): RecordedMeeting[] {
  const firsts = new Map<string, RecordedMeeting>()
  for (const meeting of recorded)
    for (const matchId of meeting.matchIds) if (!firsts.has(matchId)) firsts.set(matchId, meeting)
  return [...firsts.values()]
}

function countPairs(facts: Facts, window: Window) {
  const { attendance, activeMonths, ...pairs } = countPairMeetings(facts, window)
  const { pairMeetings } = pairs
  return { pairs, attendance, pairMeetingsPerMonth: { pairMeetings, activeMonths } }
}

function funnel(first: ReadonlySet<string>, next: ReadonlySet<string>): Funnel<number> {
  return { first: first.size, next: next.size, both: first.intersection(next).size }
}

function countSteps<Step extends string>(
  steps: readonly Step[],
  people: (step: Step) => ReadonlySet<string>,
): Record<Step, number> {
  return countEach(steps, (step) => people(step).size)
}

function countEach<Key extends string>(
  keys: readonly Key[],
  count: (key: Key) => number,
): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<Key, number>
}

function peopleWithin(
  moments: ReadonlyMap<string, Temporal.Instant>,
  window: Window,
): ReadonlySet<string> {
  return new Set([...moments].filter(([, at]) => isWithin(at, window)).map(([person]) => person))
}

/** The age reached in a year; only the year of birth is known. */
function ageBand(birthYear: number | null, year: number): (typeof ageBands)[number] {
  if (birthYear === null) return 'undisclosed'
  const age = year - birthYear
  return age < 18 ? '0-17' : age < 25 ? '18-24' : age < 40 ? '25-39' : age < 60 ? '40-59' : '60+'
}

function waitingBand(days: number): (typeof waitingBands)[number] {
  return days <= 30 ? '0-30' : days <= 60 ? '31-60' : days <= 90 ? '61-90' : '91+'
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([value]))
  else set.add(value)
}
