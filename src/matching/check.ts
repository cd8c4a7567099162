import { intervalProblem } from './availability.ts'
import { isMunicipality } from './municipalities.ts'
import type {
  InputProblem,
  IsoDate,
  Mentee,
  Mentor,
  Pair,
  ProposeInput,
  Role,
  Settings,
} from './types.ts'
import { TERMS } from './weights.ts'

type Path = InputProblem['path']
/** Receives a problem whose path is relative to where the check began. */
type Report = (problem: InputProblem) => void

/**
 * All problems of an input, each with the path to it. Excluded and earlier pairs may name people who have
 * left the pool; they have no effect.
 */
export function inputProblems(input: ProposeInput): InputProblem[] {
  const { mentors, mentees, settings, today } = input
  const found: InputProblem[] = []
  const report: Report = (problem) => found.push(problem)
  checkDate(today, ['today'], report)
  checkSettings(settings, report)
  found.push(...idProblems(mentors, ['mentors']), ...idProblems(mentees, ['mentees']))
  checkEach(mentors, 'mentors', checkMentor, report)
  checkEach(mentees, 'mentees', (mentee, say) => checkMentee(mentee, settings, say), report)
  found.push(...unknownPeople(input.locked, input, ['locked']), ...lockProblems(input))
  return found
}

/** Checks all people of a role. Full paths are built for problems only. */
function checkEach<P extends Mentor | Mentee>(
  people: readonly P[],
  role: string,
  check: (person: P, report: Report) => void,
  report: Report,
): void {
  let at = 0
  const here: Report = (problem) => report({ ...problem, path: [role, at, ...problem.path] })
  for (; at < people.length; at++) {
    check(people[at], here)
    checkPerson(people[at], here)
  }
}

/** Pairs that name a person who is not in the pool. */
export function unknownPeople(
  pairs: readonly Pair[],
  pool: { mentors: readonly Mentor[]; mentees: readonly Mentee[] },
  path: Path,
): InputProblem[] {
  if (pairs.length === 0) return []
  const ids = {
    mentor: new Set(pool.mentors.map(({ id }) => id)),
    mentee: new Set(pool.mentees.map(({ id }) => id)),
  }
  const roles: readonly Role[] = ['mentor', 'mentee']
  return pairs.flatMap((pair, at) =>
    roles
      .filter((role) => !ids[role].has(pair[role]))
      .map((role) => ({
        path: [...path, at, role],
        code: 'unknown-person' as const,
        role,
        id: pair[role],
      })),
  )
}

function checkSettings(settings: Settings, report: Report): void {
  checkWeights(settings.weights, ['settings', 'weights'], report)
  const { minCommonMinutes, requirementMarginDays, furthestDistanceKm } = settings
  checkRange(minCommonMinutes, 15, 10_080, ['settings', 'minCommonMinutes'], report)
  checkRange(requirementMarginDays, 0, 3660, ['settings', 'requirementMarginDays'], report)
  checkRange(furthestDistanceKm, 0, 1000, ['settings', 'furthestDistanceKm'], report)
}

function checkWeights(weights: Partial<Settings['weights']>, path: Path, report: Report): void {
  let isSound = true
  let sum = 0
  for (const term of TERMS) {
    const weight = weights[term] ?? 0
    // Also false for NaN. The upper limit keeps the shares exact.
    if (!(weight >= 0 && weight <= 1_000_000)) {
      report({ path: [...path, term], code: 'weight-negative', term, weight })
      isSound = false
    }
    sum += weight
  }
  if (isSound && sum === 0) report({ path, code: 'weights-all-zero' })
}

function idProblems(people: readonly { id: string }[], path: Path): InputProblem[] {
  const found: InputProblem[] = []
  // Strictly ascending ids are unique.
  if (people.every(({ id }, at) => id > (people[at - 1]?.id ?? ''))) return found
  const seen = new Map<string, number>()
  people.forEach(({ id }, at) => {
    if (id === '') found.push({ path: [...path, at, 'id'], code: 'id-empty' })
    const first = seen.get(id)
    if (first === undefined) seen.set(id, at)
    else found.push({ path: [...path, at, 'id'], code: 'id-collides', id, first })
  })
  return found
}

function checkMentor(mentor: Mentor, report: Report): void {
  checkWhole(mentor.capacity, 0, 8, ['capacity'], report)
  checkWhole(mentor.taken, 0, 1000, ['taken'], report)
  checkDate(mentor.requirementsMetUntil, ['requirementsMetUntil'], report)
}

function checkMentee(mentee: Mentee, settings: Settings, report: Report): void {
  checkDate(mentee.readySince, ['readySince'], report)
  if (mentee.weights === null) return
  checkWeights({ ...settings.weights, ...mentee.weights, waiting: 0 }, ['weights'], report)
}

const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i

function checkPerson(person: Mentor | Mentee, report: Report): void {
  const { languages, availability, away, municipality, coordinates, furthestDistanceKm } = person
  for (let at = 0; at < languages.length; at++) {
    const { tag } = languages[at]
    if (LANGUAGE_TAG.test(tag)) continue
    report({ path: ['languages', at, 'tag'], code: 'language-tag', value: tag })
  }
  for (let at = 0; at < availability.length; at++) {
    const problem = intervalProblem(availability[at])
    if (problem !== null) report({ path: ['availability', at], ...problem })
  }
  away?.forEach(({ from, to }, at) => {
    checkDate(from, ['away', at, 'from'], report)
    checkDate(to, ['away', at, 'to'], report)
    if (isDay(from) && isDay(to) && to < from) {
      report({ path: ['away', at], code: 'days-end-before-start', from, to })
    }
  })
  if (!isMunicipality(municipality)) {
    report({ path: ['municipality'], code: 'municipality-unknown', value: municipality })
  }
  if (coordinates !== null) {
    checkRange(coordinates.latitude, -90, 90, ['coordinates', 'latitude'], report)
    checkRange(coordinates.longitude, -180, 180, ['coordinates', 'longitude'], report)
  }
  if (furthestDistanceKm !== null) {
    checkRange(furthestDistanceKm, 0, 1000, ['furthestDistanceKm'], report)
  }
}

function checkRange(value: number, least: number, most: number, path: Path, report: Report): void {
  if (value >= least && value <= most) return
  report({ path, code: 'number-range', value, least, most })
}

function checkWhole(value: number, least: number, most: number, path: Path, report: Report): void {
  if (Number.isInteger(value)) checkRange(value, least, most, path, report)
  else report({ path, code: 'number-range', value, least, most })
}

function checkDate(value: IsoDate | null, path: Path, report: Report): void {
  if (value !== null && !isDay(value)) report({ path, code: 'date', value })
}

/** Whether the text is an existing calendar day as `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const year = Number(value.slice(0, 4))
  const month = Number(value.slice(5, 7))
  const day = Number(value.slice(8))
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const february = isLeap ? 29 : 28
  const days = month === 2 ? february : [4, 6, 9, 11].includes(month) ? 30 : 31
  return month >= 1 && month <= 12 && day >= 1 && day <= days
}

function lockProblems({ mentors, locked, excluded }: ProposeInput): InputProblem[] {
  const found: InputProblem[] = []
  if (locked.length === 0) return found
  const places = new Map(mentors.map(({ id, capacity, taken }) => [id, capacity - taken]))
  const vetoed = new Set(excluded.map(pairKey))
  const lockedMentees = new Set<string>()
  const used = new Map<string, number>()
  locked.forEach((pair, at) => {
    const { mentor, mentee } = pair
    const path = ['locked', at]
    if (vetoed.has(pairKey(pair))) {
      found.push({ path, code: 'locked-and-excluded', mentor, mentee })
    }
    if (mentor === mentee) found.push({ path, code: 'locked-with-self', id: mentor })
    if (lockedMentees.has(mentee)) found.push({ path, code: 'locked-twice', mentee })
    lockedMentees.add(mentee)
    const count = (used.get(mentor) ?? 0) + 1
    used.set(mentor, count)
    const free = places.get(mentor)
    if (free !== undefined && count > free) {
      const room = Math.max(0, free)
      found.push({ path, code: 'locked-over-capacity', mentor, places: room, locked: count })
    }
  })
  return found
}

/** A key per pair: JSON, because ids may hold any character. */
export function pairKey({ mentor, mentee }: Pair): string {
  return JSON.stringify([mentor, mentee])
}

/** Throws a RangeError that lists every problem with its path. */
export function throwOnProblems(input: ProposeInput): void {
  const problems = inputProblems(input)
  if (problems.length === 0) return
  const lines = problems.map(
    ({ path, ...problem }) => `/${path.join('/')} ${JSON.stringify(problem)}`,
  )
  throw new RangeError(`The input has ${problems.length} problem(s):\n${lines.join('\n')}`)
}
