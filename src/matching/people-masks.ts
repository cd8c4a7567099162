import { IN_PERSON, ONLINE, type PeopleIndex } from './people-index.ts'
import type { Question } from './people-question.ts'
import { ENOUGH_INTERESTS } from './weights.ts'

if (ENOUGH_INTERESTS !== 3) throw new Error('Shared interests are counted up to three')

/** What the words of one block tell about a question, for its 32 mentors at once. */
export type OpenMasks = {
  /** Plane k holds bit k of the importance that each mentor covers: counted as hardware adds. */
  planes: Int32Array
  /** `atLeast[q]`: mentors who share q interests or more, up to as many as count. */
  atLeast: Int32Array
  /**
   * Mentors whom neither a wish for a sex, children, language nor the way of meeting keeps away;
   * when there are any, the counts are made.
   */
  sort(question: Question, block: number, isNear: boolean): number
  /** Mentors who share a language other than Danish. */
  speaks(question: Question, block: number): number
  /** Those of the wanted who have a free piece in common that is long enough. */
  free(question: Question, block: number, wanted: number): number
  /** How many interests that count one of them shares. */
  shared(bit: number): number
}

export function openMasks({ words, blocks }: PeopleIndex): OpenMasks {
  const planes = new Int32Array(32)
  const atLeast = new Int32Array(ENOUGH_INTERESTS + 1).fill(-1)

  const sort = (question: Question, block: number, isNear: boolean): number => {
    const { permissions, languages, profile } = question
    let open = isNear ? words[IN_PERSON * blocks + block] : 0
    if (profile.online) open |= words[ONLINE * blocks + block]
    for (let n = 0; n < permissions.length; n++) open &= words[permissions[n] + block]
    if (open !== 0 && !profile.mentee.interpreterAcceptable) {
      open &= anyOf(words, languages, block, open)
    }
    if (open === 0) return 0
    countNeeds(question, block)
    countInterests(question, block)
    return open
  }

  const countNeeds = ({ needs, importance, total }: Question, block: number): void => {
    for (let at = 0; total >> at !== 0; at++) planes[at] = 0
    for (let n = 0; n < needs.length; n++) {
      const who = words[needs[n] + block]
      if (importance[n] & 1) addAt(0, who)
      if (importance[n] & 2) addAt(1, who)
    }
  }

  const addAt = (plane: number, who: number): void => {
    for (let at = plane, carry = who; carry !== 0; at++) {
      const before = planes[at]
      planes[at] = before ^ carry
      carry &= before
    }
  }

  const countInterests = ({ interests }: Question, block: number): void => {
    let one = 0
    let two = 0
    let three = 0
    for (let n = 0; n < interests.length; n++) {
      const who = words[interests[n] + block]
      three |= two & who
      two |= one & who
      one |= who
    }
    atLeast[1] = one
    atLeast[2] = two
    atLeast[3] = three
  }

  return {
    planes,
    atLeast,
    sort,
    speaks: ({ otherLanguages }, block) => anyOf(words, otherLanguages, block, -1),
    free: ({ times }, block, wanted) => anyOf(words, times, block, wanted),
    shared: (bit) =>
      ((atLeast[1] >>> bit) & 1) + ((atLeast[2] >>> bit) & 1) + ((atLeast[3] >>> bit) & 1),
  }
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
