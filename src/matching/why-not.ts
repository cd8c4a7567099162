import { type Change, changeFor, effortOf, morePlaces, withChanges } from './changes.ts'
import { pairKey } from './check.ts'
import { menteeObstacles, mentorObstacles, obstacles } from './constraints.ts'
import { channelLevel } from './languages.ts'
import type { MenteeProfile, MentorProfile } from './profile.ts'
import { preparePool } from './pool.ts'
import { outline } from './propose.ts'
import type {
  ProposalRun,
  ProposeInput,
  Reason,
  ReasonCode,
  Role,
  Settings,
  Unmatched,
} from './types.ts'

/** Why a person has no proposal, and the smallest change that would give one. */
export type WhyNot = {
  role: Role
  id: string
  why: Unmatched['why']
  /** Reasons that close this person to everyone; `suitable` and `obstaclesAmongThem` ignore them. */
  own: readonly Reason[]
  /** Number of people of the other role. */
  others: number
  /** Number of feasible pairs. */
  feasible: number
  /** Number of pairs with no reason but those in `own`. */
  suitable: number
  /**
   * People the person can talk with, by an interpreter if acceptable, and the first reason that closes
   * each: "three speak Tigrinya: two are full, one has no common hour".
   */
  canTalkWith: number
  /** How many of them need the interpreter. */
  withInterpreter: number
  obstaclesAmongThem: readonly { code: ReasonCode; count: number }[]
  /**
   * A change after which the person is matched and no one else unmatched, checked by solving again; null if
   * none of the MOST_TRIALS easiest does it.
   */
  smallestChange: ChangeThatHelps | null
}

export type ChangeThatHelps = {
  mentor: string
  mentee: string
  changes: readonly Change[]
  /** Increase in the number matched and in the total. */
  gain: { matched: number; total: number }
}

/** Changes solved for at most: each costs a whole run. */
const MOST_TRIALS = 12

type Candidate = { mentor: string; mentee: string; changes: readonly Change[]; direct: boolean }

/**
 * Explains why a person has no proposal, from all pairs with the other role. Changes are tried in order (a
 * single change before two, then by effort) until solving again proves one to help.
 */
export function whyNot(
  input: ProposeInput,
  run: ProposalRun,
  person: { role: Role; id: string },
): WhyNot {
  const pool = preparePool(input)
  const { role, id } = person
  const isAsked = (p: MentorProfile | MenteeProfile) =>
    ('mentor' in p ? p.mentor.id : p.mentee.id) === id
  const mentors = role === 'mentor' ? pool.mentors.filter(isAsked) : pool.mentors
  const mentees = role === 'mentee' ? pool.mentees.filter(isAsked) : pool.mentees
  const vetoed = new Set(input.excluded.filter((pair) => pair[role] === id).map(pairKey))
  const pairs = mentees.flatMap((mentee) =>
    mentors.map((mentor) => {
      const pair = { mentor: mentor.mentor.id, mentee: mentee.mentee.id }
      const excluded = vetoed.has(pairKey(pair))
      return { mentor, mentee, reasons: obstacles(mentor, mentee, { ...pool.context, excluded }) }
    }),
  )
  const feasible = pairs.filter(({ reasons }) => reasons.length === 0).length
  const own = [
    ...(role === 'mentee' ? mentees.flatMap((p) => menteeObstacles(p, pool.context)) : []),
    ...(role === 'mentor' ? mentors.flatMap((p) => mentorObstacles(p, pool.context)) : []),
  ]
  const ownCodes = new Set(own.map(({ code }) => code))
  const talking = pairs.filter(({ reasons }) => !reasons.some(isAboutLanguage))
  const apart = talking.map(({ reasons }) => reasons.filter(({ code }) => !ownCodes.has(code)))
  return {
    role,
    id,
    why: pairs.length === 0 ? 'no-one' : feasible === 0 ? 'blocked' : 'others-first',
    own,
    others: pairs.length,
    feasible,
    suitable: apart.filter((reasons) => reasons.length === 0).length,
    canTalkWith: talking.length,
    withInterpreter: talking.filter(
      ({ mentor, mentee }) => channelLevel(mentor, mentee, pool.context.settings) < 0,
    ).length,
    obstaclesAmongThem: countFirst(apart),
    smallestChange: smallestChange(input, run, person, candidates(input, run, role, pairs)),
  }
}

function isAboutLanguage({ code }: Reason): boolean {
  return code === 'no-common-language' || code === 'same-person'
}

function countFirst(reasons: readonly (readonly Reason[])[]): WhyNot['obstaclesAmongThem'] {
  const counts = new Map<ReasonCode, number>()
  for (const [first] of reasons) {
    if (first !== undefined) counts.set(first.code, (counts.get(first.code) ?? 0) + 1)
  }
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}

type CheckedPair = { mentor: MentorProfile; mentee: MenteeProfile; reasons: readonly Reason[] }

function candidates(
  input: ProposeInput,
  run: ProposalRun,
  role: Role,
  pairs: readonly CheckedPair[],
): Candidate[] {
  const used = new Map<string, number>()
  for (const { mentor } of run.proposals) used.set(mentor, (used.get(mentor) ?? 0) + 1)
  const matched = new Set(run.proposals.map(({ mentee }) => mentee))
  const found: Candidate[] = []
  for (const { mentor, mentee, reasons } of pairs) {
    const changes = changesFor(reasons, mentor, mentee, role, input.settings, input.today)
    if (changes === null) continue
    const pair = { mentor: mentor.mentor.id, mentee: mentee.mentee.id }
    const isFull = (used.get(pair.mentor) ?? 0) >= mentor.places
    const hasPlace = !isFull || changes.some(({ code }) => code === 'more-places')
    const direct = role === 'mentee' ? hasPlace : !matched.has(pair.mentee)
    if (changes.length > 0) found.push({ ...pair, changes, direct })
    // All places are proposed to others, so this pair also needs one more place.
    const place = morePlaces(mentor.mentor)
    if (role === 'mentee' && !hasPlace && place !== null) {
      found.push({ ...pair, changes: [...changes, place], direct: true })
    }
  }
  const other = role === 'mentee' ? 'mentor' : 'mentee'
  return found.sort(
    (a, b) =>
      Number(b.direct) - Number(a.direct) ||
      a.changes.length - b.changes.length ||
      effortOf(a.changes) - effortOf(b.changes) ||
      (a[other] < b[other] ? -1 : 1),
  )
}

/** One change per obstacle; null if one of them cannot be changed. */
function changesFor(
  reasons: readonly Reason[],
  { mentor }: MentorProfile,
  { mentee }: MenteeProfile,
  asked: Role,
  settings: Settings,
  today: string,
): Change[] | null {
  const pair = {
    mentor,
    mentee,
    asked,
    minutes: settings.minCommonMinutes,
    marginDays: settings.requirementMarginDays,
  }
  const changes = reasons.map((reason) => changeFor(reason, pair, today))
  return changes.every((change) => change !== null) ? changes : null
}

function smallestChange(
  input: ProposeInput,
  run: ProposalRun,
  person: { role: Role; id: string },
  tried: readonly Candidate[],
): ChangeThatHelps | null {
  for (const { mentor, mentee, changes } of tried.slice(0, MOST_TRIALS)) {
    const gain = gainFrom(withChanges(input, { mentor, mentee }, changes), run, person)
    if (gain !== null) return { mentor, mentee, changes, gain }
  }
  return null
}

/** The gain from a changed input; null if the person stays unmatched or others lose their match. */
function gainFrom(
  changed: ProposeInput,
  run: ProposalRun,
  { role, id }: { role: Role; id: string },
): ChangeThatHelps['gain'] | null {
  const again = outline(changed)
  const matched = new Set(again.proposals.map(({ mentee }) => mentee))
  const isKept = run.proposals.every(({ mentee }) => matched.has(mentee))
  const isMatched = again.proposals.some((proposal) => proposal[role] === id)
  if (!isMatched || !isKept || again.matched <= run.matched) return null
  return { matched: again.matched - run.matched, total: again.total - run.total }
}
