import { IN_PERSON, ONLINE, type PeopleIndex, PREFERS } from './people-index.ts'
import type { Question } from './people-question.ts'
import { ENOUGH_INTERESTS } from './weights.ts'

/*
 * What the words of one block tell about a question, for its 32 mentors at once. Counting is done
 * as hardware adds: plane k of a count holds bit k of all 32 sums.
 */

/** Mentors whom neither a wish for a sex, children, language nor way of meeting keeps away. */
export function openMask(
  { words, blocks }: PeopleIndex,
  block: number,
  { permissions, languages, profile }: Question,
  isNear: boolean,
): number {
  let open = isNear ? words[IN_PERSON * blocks + block] : 0
  if (profile.online) open |= words[ONLINE * blocks + block]
  for (let n = 0; n < permissions.length; n++) open &= words[permissions[n] + block]
  if (open === 0 || profile.mentee.interpreterAcceptable) return open
  return open & anyOf(words, languages, block, open)
}

/** Mentors with a free piece in common that is long enough. */
export function freeMask(
  { words }: PeopleIndex,
  block: number,
  { times }: Question,
  wanted: number,
): number {
  return anyOf(words, times, block, wanted)
}

/** In any of these kinds; may stop when all who are wanted are. */
export function anyOf(
  words: Int32Array,
  kinds: readonly number[],
  block: number,
  wanted: number,
): number {
  let found = 0
  for (let n = 0; n < kinds.length && (found & wanted) !== wanted; n++) {
    found |= words[kinds[n] + block]
  }
  return found
}

export function prefersMask({ words, blocks }: PeopleIndex, block: number): number {
  return words[PREFERS * blocks + block]
}

/** Adds up the importance of the needs each mentor covers; `planes` has room for the total. */
export function countNeeds(
  { words }: PeopleIndex,
  block: number,
  { needs }: Question,
  planes: Int32Array,
): void {
  planes.fill(0)
  for (let n = 0; n < needs.length; n++) {
    const { kind, importance } = needs[n]
    const who = words[kind + block]
    if (importance & 1) addAt(planes, 0, who)
    if (importance & 2) addAt(planes, 1, who)
  }
}

function addAt(planes: Int32Array, plane: number, who: number): void {
  for (let at = plane, carry = who; carry !== 0; at++) {
    const before = planes[at]
    planes[at] = before ^ carry
    carry &= before
  }
}

/** `atLeast[q]`: mentors who share q interests or more, up to as many as count. */
export function countInterests(
  { words }: PeopleIndex,
  block: number,
  { interests }: Question,
  atLeast: Int32Array,
): void {
  atLeast.fill(0)
  atLeast[0] = -1
  for (let n = 0; n < interests.length; n++) {
    const who = words[interests[n] + block]
    for (let q = ENOUGH_INTERESTS; q > 0; q--) atLeast[q] |= atLeast[q - 1] & who
  }
}
