import { isOpen } from './constraints.ts'
import type { MenteeProfile } from './profile.ts'
import { mentorProfile } from './profile.ts'
import { preparePool } from './pool.ts'
import { outline } from './propose.ts'
import { totalPoints } from './score.ts'
import type { LanguageSkill, Mentor, ProposalRun, ProposeInput, WeeklyInterval } from './types.ts'
import { LEVELS } from './weights.ts'

/** A mentor profile worth recruiting, and what such a mentor would gain. */
export type Recruit = {
  /** A complete mentor with an invented id. */
  profile: Mentor
  /** From solving again with this mentor: how many more are matched, and the increase of the total. */
  gain: { matched: number; total: number }
  /** Upper bound on the gain in the unit of the run's objective, from the dual prices. */
  atMost: number
  /** Mentees feasible with this mentor, and how many of them have no proposal. */
  couldMeet: number
  ofThemUnmatched: number
}

/** Profiles are made for this many mentees, longest wait first; more would repeat them. */
const MOST_SEEDS = 300
/** Profiles solved for, highest upper bound first. */
const MOST_TRIALS = 12
/** Quarters in the hours of a profile: a meeting and the way there. */
const WINDOW_SLOTS = 8
const SLOTS_PER_DAY = 96

/**
 * Mentor profiles to recruit, at most `most`. Each ready mentee without a proposal (or each ready mentee,
 * if all have one) gives a profile: their municipality, hours that suit most of those waiting nearby, a
 * language they share, their topics. Upper bounds from the prices choose MOST_TRIALS of them to solve for;
 * those that gain are returned by their exact gain.
 */
export function whomToRecruit(input: ProposeInput, run: ProposalRun, most = 3): Recruit[] {
  const pool = preparePool(input)
  const matched = new Set(run.proposals.map(({ mentee }) => mentee))
  const ready = pool.mentees.filter(({ mentee }) => isReady(mentee.readySince, input.today))
  const waiting = ready.filter(({ mentee }) => !matched.has(mentee.id))
  const seeds = [...(waiting.length > 0 ? waiting : ready)]
    .sort((a, b) => b.waitingDays - a.waitingDays)
    .slice(0, MOST_SEEDS)
  const profiles = new Map<string, Mentor>()
  for (const seed of seeds) {
    const profile = profileFor(seed, waiting, input)
    if (profile !== null) profiles.set(JSON.stringify(profile), profile)
  }
  const weighed = [...profiles.values()].map((profile) =>
    weigh(profile, ready, matched, run, input),
  )
  weighed.sort((a, b) => b.atMost - a.atMost || b.ofThemUnmatched - a.ofThemUnmatched)
  const solved = weighed
    .slice(0, MOST_TRIALS)
    .map((candidate) => ({ ...candidate, gain: gainOf(candidate.profile, run, input) }))
    .filter(({ gain }) => gain.matched > 0 || gain.total > 0)
  solved.sort(
    (a, b) =>
      b.gain.matched - a.gain.matched ||
      b.gain.total - a.gain.total ||
      b.ofThemUnmatched - a.ofThemUnmatched,
  )
  return solved.slice(0, most)
}

function isReady(readySince: string | null, today: string): boolean {
  return readySince !== null && readySince <= today
}

/** Solves the pool with this mentor added. */
function gainOf(profile: Mentor, run: ProposalRun, input: ProposeInput): Recruit['gain'] {
  const again = outline({ ...input, mentors: [...input.mentors, profile] })
  return { matched: again.matched - run.matched, total: again.total - run.total }
}

/**
 * One more place is worth at most the highest value + bonus - surplus over the mentees: the old dual prices
 * stay feasible when a column is added.
 */
function weigh(
  profile: Mentor,
  ready: readonly MenteeProfile[],
  matched: ReadonlySet<string>,
  run: ProposalRun,
  input: ProposeInput,
): Omit<Recruit, 'gain'> {
  const context = { settings: input.settings, today: input.today }
  const mentor = mentorProfile(profile, context)
  const dual = new Map(run.prices.mentees.map((mentee) => [mentee.id, mentee]))
  let atMost = 0
  let couldMeet = 0
  let ofThemUnmatched = 0
  for (const mentee of ready) {
    if (!isOpen(mentor, mentee, context)) continue
    const { id } = mentee.mentee
    const { surplus, bonus } = dual.get(id)!
    atMost = Math.max(atMost, totalPoints(mentor, mentee, context) + bonus - surplus)
    couldMeet += 1
    if (!matched.has(id)) ofThemUnmatched += 1
  }
  return { profile, atMost, couldMeet, ofThemUnmatched }
}

/** A profile that suits one mentee, and as many as possible of those waiting nearby. */
function profileFor(
  seed: MenteeProfile,
  waiting: readonly MenteeProfile[],
  input: ProposeInput,
): Mentor | null {
  const { mentee } = seed
  const near = waiting.filter((other) => other.mentee.municipality === mentee.municipality)
  const window = bestWindow(seed, near)
  if (window === null) return null
  const profile: Mentor = {
    id: freeId(input.mentors),
    languages: languagesFor(seed, input),
    availability: [window],
    municipality: mentee.municipality,
    coordinates: null,
    furthestDistanceKm: null,
    meets: mentee.meets === 'online' ? 'either' : 'in-person',
    gender: mentee.wishes.gender?.strength === 'must' ? mentee.wishes.gender.wanted : 'undisclosed',
    birthYear: birthYearFor(seed, input.today),
    wishes: { gender: null, age: null, onlyAtLibrary: false },
    interests: [],
    offers: topicsOf([seed, ...near]),
    capacity: 1,
    taken: 0,
    requirementsMetUntil: '9999-12-31',
    acceptsChildren: mentee.childrenAlong,
  }
  // At the centre of the municipality, unless the mentee lives too far from it.
  const context = { settings: input.settings, today: input.today }
  if (isOpen(mentorProfile(profile, context), seed, context)) return profile
  return { ...profile, coordinates: mentee.coordinates }
}

/** An unused id. */
function freeId(mentors: readonly Mentor[]): string {
  let id = 'recruit'
  while (mentors.some((mentor) => mentor.id === id)) id += '-'
  return id
}

/** Danish, and where the mentee's Danish does not suffice, the mentee's best other language. */
function languagesFor(seed: MenteeProfile, { settings }: ProposeInput): LanguageSkill[] {
  const skill = (tag: string, level: LanguageSkill['level']): LanguageSkill => {
    return { tag, level, reads: true, writes: true, canInterpret: false }
  }
  const danish = [skill('da', 'native')]
  const ofMentee = seed.languages.get('da')?.level ?? -1
  if (ofMentee >= LEVELS.indexOf(settings.minLevelDanish)) return danish
  if (seed.mentee.interpreterAcceptable) return danish
  const [best] = [...seed.languages]
    .filter(([language]) => language !== 'da')
    .sort(([a, x], [b, y]) => y.level - x.level || (a < b ? -1 : 1))
  if (best === undefined) return danish
  return [...danish, skill(best[1].tag, settings.minLevelOther)]
}

/** The middle of the age range the mentee insists on; null without one. */
function birthYearFor(seed: MenteeProfile, today: string): number | null {
  const { age } = seed.mentee.wishes
  if (age?.strength !== 'must') return null
  const from = age.from ?? Math.max(18, (age.to ?? 60) - 20)
  const to = age.to ?? from + 20
  return Number(today.slice(0, 4)) - Math.floor((from + to) / 2)
}

/** Three topics, by importance summed over the mentees. */
function topicsOf(mentees: readonly MenteeProfile[]): string[] {
  const sums = new Map<string, number>()
  mentees.forEach(({ mentee }, at) => {
    // The first mentee is the one the profile is made for, and outweighs the others.
    const factor = at === 0 ? 1000 : 1
    for (const { topic, importance } of mentee.needs) {
      sums.set(topic, (sums.get(topic) ?? 0) + factor * importance)
    }
  })
  return [...sums]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([topic]) => topic)
}

/**
 * Up to two hours of a day: the longest for the seed, then those that suit most others, then the earliest.
 */
function bestWindow(seed: MenteeProfile, near: readonly MenteeProfile[]): WeeklyInterval | null {
  let best: { start: number; length: number; suits: number } | null = null
  for (let start = 0; start < 7 * SLOTS_PER_DAY; start++) {
    if (start % 2 === 1) continue // Start on the full or half hour.
    const length = freeFrom(seed, start)
    if (length < WINDOW_SLOTS / 2) continue
    const suits = near.filter((other) => freeFrom(other, start) >= length).length
    const isBetter =
      best === null || length > best.length || (length === best.length && suits > best.suits)
    if (isBetter) best = { start, length, suits }
  }
  if (best === null) return null
  const day = (Math.floor(best.start / SLOTS_PER_DAY) + 1) as WeeklyInterval['day']
  const from = best.start % SLOTS_PER_DAY
  return { day, from: clock(from), to: clock(from + best.length) }
}

/** Free quarters from `start` within the day, at most WINDOW_SLOTS. */
function freeFrom({ week }: MenteeProfile, start: number): number {
  const end = Math.min(
    start + WINDOW_SLOTS,
    (Math.floor(start / SLOTS_PER_DAY) + 1) * SLOTS_PER_DAY,
  )
  let slot = start
  while (slot < end && ((week[slot >> 5] >>> (slot & 31)) & 1) === 1) slot += 1
  return slot - start
}

function clock(slot: number): string {
  const hours = String(Math.floor(slot / 4)).padStart(2, '0')
  return `${hours}:${String((slot % 4) * 15).padStart(2, '0')}`
}
