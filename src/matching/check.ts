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

/**
 * Everything that keeps an input from having one right answer, each with the path to it. Excluded
 * and earlier pairs may name people who are not in the pool: they have left it, and nothing follows.
 */
export function inputProblems(input: ProposeInput): InputProblem[] {
  const { mentors, mentees, settings, today } = input
  return [
    ...dateProblems(today, ['today']),
    ...settingsProblems(settings),
    ...idProblems(mentors, ['mentors']),
    ...idProblems(mentees, ['mentees']),
    ...mentors.flatMap((mentor, at) => mentorProblems(mentor, ['mentors', at])),
    ...mentees.flatMap((mentee, at) => menteeProblems(mentee, settings, ['mentees', at])),
    ...unknownPeople(input.locked, input, ['locked']),
    ...lockProblems(input),
  ]
}

/** Pairs that name someone who is not in the pool. */
export function unknownPeople(
  pairs: readonly Pair[],
  pool: { mentors: readonly Mentor[]; mentees: readonly Mentee[] },
  path: Path,
): InputProblem[] {
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

function settingsProblems(settings: Settings): InputProblem[] {
  const path = ['settings', 'weights']
  return [
    ...weightProblems(settings.weights, path),
    ...rangeProblems(settings.minCommonMinutes, 15, 10_080, ['settings', 'minCommonMinutes']),
    ...rangeProblems(settings.requirementMarginDays, 0, 3660, [
      'settings',
      'requirementMarginDays',
    ]),
    ...rangeProblems(settings.furthestDistanceKm, 0, 1000, ['settings', 'furthestDistanceKm']),
  ]
}

function weightProblems(weights: Partial<Settings['weights']>, path: Path): InputProblem[] {
  const found: InputProblem[] = []
  let sum = 0
  for (const term of TERMS) {
    const weight = weights[term] ?? 0
    // Written so that NaN fails too. The upper end keeps the shares exact.
    if (!(weight >= 0 && weight <= 1_000_000)) {
      found.push({ path: [...path, term], code: 'weight-negative', term, weight })
    }
    sum += weight
  }
  if (found.length === 0 && sum === 0) found.push({ path, code: 'weights-all-zero' })
  return found
}

function idProblems(people: readonly { id: string }[], path: Path): InputProblem[] {
  const found: InputProblem[] = []
  const seen = new Map<string, number>()
  people.forEach(({ id }, at) => {
    if (id === '') found.push({ path: [...path, at, 'id'], code: 'id-empty' })
    const first = seen.get(id)
    if (first === undefined) seen.set(id, at)
    else found.push({ path: [...path, at, 'id'], code: 'id-collides', id, first })
  })
  return found
}

function mentorProblems(mentor: Mentor, path: Path): InputProblem[] {
  return [
    ...personProblems(mentor, path),
    ...wholeProblems(mentor.capacity, 0, 8, [...path, 'capacity']),
    ...wholeProblems(mentor.taken, 0, 1000, [...path, 'taken']),
    ...dateProblems(mentor.requirementsMetUntil, [...path, 'requirementsMetUntil']),
  ]
}

function menteeProblems(mentee: Mentee, settings: Settings, path: Path): InputProblem[] {
  const weights = { ...settings.weights, ...mentee.weights, waiting: 0 }
  return [
    ...personProblems(mentee, path),
    ...dateProblems(mentee.readySince, [...path, 'readySince']),
    ...(mentee.weights === null ? [] : weightProblems(weights, [...path, 'weights'])),
  ]
}

function personProblems(person: Mentor | Mentee, path: Path): InputProblem[] {
  const found: InputProblem[] = []
  person.languages.forEach(({ tag }, at) => {
    if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return
    found.push({ path: [...path, 'languages', at, 'tag'], code: 'language-tag', value: tag })
  })
  person.availability.forEach((interval, at) => {
    const problem = intervalProblem(interval)
    if (problem !== null) found.push({ path: [...path, 'availability', at], ...problem })
  })
  person.away?.forEach(({ from, to }, at) => {
    const days = [...path, 'away', at]
    const unreal = [...dateProblems(from, [...days, 'from']), ...dateProblems(to, [...days, 'to'])]
    found.push(...unreal)
    if (unreal.length === 0 && to < from) {
      found.push({ path: days, code: 'days-end-before-start', from, to })
    }
  })
  if (!isMunicipality(person.municipality)) {
    const value = person.municipality
    found.push({ path: [...path, 'municipality'], code: 'municipality-unknown', value })
  }
  if (person.coordinates !== null) {
    const { latitude, longitude } = person.coordinates
    const place = [...path, 'coordinates']
    found.push(...rangeProblems(latitude, -90, 90, [...place, 'latitude']))
    found.push(...rangeProblems(longitude, -180, 180, [...place, 'longitude']))
  }
  if (person.furthestDistanceKm !== null) {
    found.push(
      ...rangeProblems(person.furthestDistanceKm, 0, 1000, [...path, 'furthestDistanceKm']),
    )
  }
  return found
}

function rangeProblems(value: number, least: number, most: number, path: Path): InputProblem[] {
  const isInside = value >= least && value <= most
  return isInside ? [] : [{ path, code: 'number-range', value, least, most }]
}

function wholeProblems(value: number, least: number, most: number, path: Path): InputProblem[] {
  if (Number.isInteger(value)) return rangeProblems(value, least, most, path)
  return [{ path, code: 'number-range', value, least, most }]
}

function dateProblems(value: IsoDate | null, path: Path): InputProblem[] {
  if (value === null || isDay(value)) return []
  return [{ path, code: 'date', value }]
}

/** A day that exists: 30 February does not. */
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

/** One text per pair: ids may hold any character, JSON keeps them apart. */
export function pairKey({ mentor, mentee }: Pair): string {
  return JSON.stringify([mentor, mentee])
}

/** Names every problem with its path; callers that can point at lines do better themselves. */
export function throwOnProblems(input: ProposeInput): void {
  const problems = inputProblems(input)
  if (problems.length === 0) return
  const lines = problems.map(
    ({ path, ...problem }) => `/${path.join('/')} ${JSON.stringify(problem)}`,
  )
  throw new RangeError(`The input has ${problems.length} problem(s):\n${lines.join('\n')}`)
}
