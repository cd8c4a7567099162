import { weekBits } from './availability.ts'
import { addDays } from './profile.ts'
import type { Mentee, Mentor, ProposeInput, Reason, Role, WeeklyInterval } from './types.ts'

/** A change to a mentor or a mentee (`of`) that would remove one obstacle between them. */
export type Change =
  | ({ code: 'free-hours'; of: Role } & WeeklyInterval)
  | { code: 'travel-further'; of: Role | 'both'; km: number }
  | { code: 'meet-online'; of: Role | 'both' }
  | { code: 'be-ready'; of: 'mentee' }
  /** Needs nothing from the person: the obstacle ends on that day. */
  | { code: 'be-back'; of: Role; day: string }
  | { code: 'more-places'; of: 'mentor'; capacity: number }
  | { code: 'renew-requirement'; of: 'mentor'; until: string }
  | { code: 'meet-requirement'; of: 'mentor' }
  | { code: 'accept-interpreter'; of: 'mentee' }
  | { code: 'relax-gender-wish'; of: Role }
  | { code: 'relax-age-wish'; of: Role }
  | { code: 'accept-children'; of: 'mentor' }

/**
 * Effort of a change, least first: an hour is easier to give than a wish is to give up. Only the order
 * counts, and sums of it where a pair needs several changes.
 */
const EFFORT: Record<Change['code'], number> = {
  'be-back': 1,
  'free-hours': 1,
  'meet-online': 2,
  'travel-further': 2,
  'be-ready': 2,
  'renew-requirement': 3,
  'more-places': 3,
  'accept-interpreter': 3,
  'meet-requirement': 4,
  'accept-children': 5,
  'relax-age-wish': 5,
  'relax-gender-wish': 6,
}

export function effortOf(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => sum + EFFORT[change.code], 0)
}

type Asked = { mentor: Mentor; mentee: Mentee; asked: Role; minutes: number; marginDays: number }

/** The change that would remove an obstacle, or null where none can be asked for. */
export function changeFor(reason: Reason, pair: Asked, today: string): Change | null {
  const { mentor, mentee } = pair
  switch (reason.code) {
    case 'same-person':
    case 'excluded':
      return null
    case 'not-ready':
      return { code: 'be-ready', of: 'mentee' }
    case 'away':
      return { code: 'be-back', of: reason.of, day: addDays(reason.until, 1) }
    case 'requirement-missing':
      return { code: 'meet-requirement', of: 'mentor' }
    case 'requirement-expiring':
      return { code: 'renew-requirement', of: 'mentor', until: addDays(today, pair.marginDays) }
    case 'no-place':
      return morePlaces(mentor)
    case 'no-common-way':
      return meetOnline(mentor, mentee)
    case 'too-far':
      if (reason.km > FARTHEST_ASKED_KM) return meetOnline(mentor, mentee)
      return { code: 'travel-further', of: reason.limitOf, km: Math.ceil(reason.km) }
    case 'children':
      return { code: 'accept-children', of: 'mentor' }
    case 'gender-wish':
      return { code: 'relax-gender-wish', of: reason.wishOf }
    case 'age-wish':
      return { code: 'relax-age-wish', of: reason.wishOf }
    case 'no-common-language':
      return { code: 'accept-interpreter', of: 'mentee' }
    case 'no-common-time':
      return freeHours(pair)
  }
}

/** In km: no one is asked to travel further for an hour's talk. */
const FARTHEST_ASKED_KM = 50
const MOST_PLACES = 8

/** One place more than are in use; null for a mentor who already has the maximum. */
export function morePlaces(mentor: Mentor): Change | null {
  const capacity = Math.max(mentor.capacity, mentor.taken) + 1
  return capacity > MOST_PLACES ? null : { code: 'more-places', of: 'mentor', capacity }
}

function meetOnline(mentor: Mentor, mentee: Mentee): Change | null {
  if (mentor.wishes.onlyAtLibrary || mentee.wishes.onlyAtLibrary) return null
  const needed = [mentor, mentee].map((person) => person.meets === 'in-person')
  return {
    code: 'meet-online',
    of: needed[0] && needed[1] ? 'both' : needed[0] ? 'mentor' : 'mentee',
  }
}

/**
 * The hours the asked person would have to free for one common piece of `minutes`: among the other's hours
 * those with the fewest missing, then the earliest. If the other has no such piece, the roles are swapped.
 */
function freeHours({ mentor, mentee, asked, minutes }: Asked): Change | null {
  const other = asked === 'mentor' ? mentee : mentor
  const own = asked === 'mentor' ? mentor : mentee
  const ofAsked = cheapestPiece(other, own, minutes)
  if (ofAsked !== null) return { code: 'free-hours', of: asked, ...ofAsked }
  const ofOther = cheapestPiece(own, other, minutes)
  const otherRole = asked === 'mentor' ? 'mentee' : 'mentor'
  return ofOther === null ? null : { code: 'free-hours', of: otherRole, ...ofOther }
}

const SLOTS_PER_DAY = 96

/** The piece of one day that is free for `free` and has the fewest quarters taken for `asked`. */
function cheapestPiece(free: Mentor | Mentee, asked: Mentor | Mentee, minutes: number) {
  const length = Math.ceil(minutes / 15)
  const [freeBits, askedBits] = [weekBits(free.availability), weekBits(asked.availability)]
  const isFree = (bits: Uint32Array, slot: number) => ((bits[slot >> 5] >>> (slot & 31)) & 1) === 1
  let best: { start: number; missing: number } | null = null
  for (let start = 0; start + length <= 7 * SLOTS_PER_DAY; start++) {
    if ((start % SLOTS_PER_DAY) + length > SLOTS_PER_DAY) continue
    const slots = Array.from({ length }, (_, n) => start + n)
    if (!slots.every((slot) => isFree(freeBits, slot))) continue
    const missing = slots.filter((slot) => !isFree(askedBits, slot)).length
    if (best === null || missing < best.missing) best = { start, missing }
  }
  if (best === null) return null
  const day = (Math.floor(best.start / SLOTS_PER_DAY) + 1) as WeeklyInterval['day']
  const from = best.start % SLOTS_PER_DAY
  return { day, from: clock(from), to: clock(from + length) }
}

function clock(slot: number): string {
  const hours = String(Math.floor(slot / 4)).padStart(2, '0')
  return `${hours}:${String((slot % 4) * 15).padStart(2, '0')}`
}

/** The input with the changes made to both people of a pair. */
export function withChanges(
  input: ProposeInput,
  pair: { mentor: string; mentee: string },
  changes: readonly Change[],
): ProposeInput {
  return {
    ...input,
    mentors: input.mentors.map((mentor) =>
      mentor.id === pair.mentor
        ? changes.reduce((changed, change) => changedMentor(changed, change), mentor)
        : mentor,
    ),
    mentees: input.mentees.map((mentee) =>
      mentee.id === pair.mentee
        ? changes.reduce((changed, change) => changedMentee(changed, change, input.today), mentee)
        : mentee,
    ),
  }
}

function changedMentor(mentor: Mentor, change: Change): Mentor {
  if (change.of === 'mentee') return mentor
  switch (change.code) {
    case 'more-places':
      return { ...mentor, capacity: change.capacity }
    case 'renew-requirement':
      return { ...mentor, requirementsMetUntil: change.until }
    case 'meet-requirement':
      return { ...mentor, requirementsMetUntil: '9999-12-31' }
    case 'accept-children':
      return { ...mentor, acceptsChildren: true }
    default:
      return changedPerson(mentor, change)
  }
}

function changedMentee(mentee: Mentee, change: Change, today: string): Mentee {
  if (change.of === 'mentor') return mentee
  switch (change.code) {
    case 'be-ready':
      return { ...mentee, readySince: today }
    case 'accept-interpreter':
      return { ...mentee, interpreterAcceptable: true }
    default:
      return changedPerson(mentee, change)
  }
}

function changedPerson<P extends Mentor | Mentee>(person: P, change: Change): P {
  switch (change.code) {
    case 'free-hours': {
      const { day, from, to } = change
      return { ...person, availability: [...person.availability, { day, from, to }] }
    }
    case 'be-back':
      return { ...person, away: [] }
    case 'travel-further':
      return { ...person, furthestDistanceKm: change.km }
    case 'meet-online':
      return { ...person, meets: person.meets === 'in-person' ? 'either' : person.meets }
    case 'relax-gender-wish':
      return { ...person, wishes: { ...person.wishes, gender: null } }
    case 'relax-age-wish':
      return { ...person, wishes: { ...person.wishes, age: null } }
    default:
      return person
  }
}
