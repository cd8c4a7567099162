import { MINUTES_PER_SLOT, markPieceStarts, WORDS } from './availability.ts'
import { menteeObstacles } from './constraints.ts'
import { type PeopleIndex, SPAN } from './people-index.ts'
import { ACCEPTS_GENDER, CHILDREN, GENDERS, IS_GENDER, prefersSomething } from './people-kinds.ts'
import { reachableBlocks } from './people-reach.ts'
import { type Tongues, tongueValues } from './people-tongues.ts'
import type { MenteeProfile } from './profile.ts'

/** A list that is filled anew for each question. */
export type List = { at: Int32Array; count: number }

/** What one mentee asks of the index. Kinds of words are given by where they begin. */
export type Question = {
  mentee: number
  profile: MenteeProfile
  /** The blocks that may hold someone, the nearest first. */
  reached: Int32Array
  insistsOnAge: boolean
  prefers: boolean
  prefersAge: boolean
  /** Where the kind of the sex that is preferred begins; -1 for none. */
  prefersGender: number
  /** Kinds in which a mentor must be, and in one of which for the hours. */
  permissions: List
  times: List
  needsGender: number
  isGender: number
  /** The words of the week in which there is any free quarter. */
  busy: List
  needs: List
  importance: List
  /** The importance of all of them. */
  total: number
  interests: List
  tongues: Tongues
  excluded: ReadonlySet<number> | undefined
  /** The mentor who is the same human; -1 for none. */
  self: number
}

/** Turns mentees into questions, always in the same object; null for one who is not ready. */
export function questions(index: PeopleIndex): (mentee: number) => Question | null {
  const { pool, blocks, asking } = index
  const length = Math.ceil(pool.context.settings.minCommonMinutes / MINUTES_PER_SLOT)
  const tonguesOf = tongueValues(index)
  const reach = reachableBlocks(index)
  const isStart = new Int32Array(WORDS)
  const question = openQuestion()
  return (j) => {
    const profile = pool.mentees[j]
    if (menteeObstacles(profile, pool.context).length > 0) return null
    question.mentee = j
    question.profile = profile
    question.reached = reach(j)
    question.tongues = tonguesOf(j)
    question.excluded = pool.excluded.get(j)
    question.self = index.selves[j]
    fillWishes(question, blocks)
    fillWords(question, index)
    markPieceStarts(asking.weeks, WORDS * j, length, isStart)
    fillTimes(question.times, isStart, index)
    question.busy.count = 0
    for (let word = 0; word < WORDS; word++) {
      if (asking.weeks[WORDS * j + word] !== 0) push(question.busy, word)
    }
    return question
  }
}

function openQuestion(): Question {
  const list = () => ({ at: new Int32Array(16), count: 0 })
  return {
    mentee: -1,
    profile: null as unknown as MenteeProfile,
    reached: new Int32Array(0),
    insistsOnAge: false,
    prefers: false,
    prefersAge: false,
    prefersGender: -1,
    permissions: list(),
    times: list(),
    needsGender: -1,
    isGender: -1,
    busy: list(),
    needs: list(),
    importance: list(),
    total: 0,
    interests: list(),
    tongues: null as unknown as Tongues,
    excluded: undefined,
    self: -1,
  }
}

function push(list: List, value: number): void {
  if (list.count === list.at.length) {
    const longer = new Int32Array(2 * list.count)
    longer.set(list.at)
    list.at = longer
  }
  list.at[list.count++] = value
}

function fillWishes(question: Question, blocks: number): void {
  const { mentee } = question.profile
  const { gender, age } = mentee.wishes
  question.isGender = GENDERS.indexOf(mentee.gender)
  question.needsGender = gender?.strength === 'must' ? GENDERS.indexOf(gender.wanted) : -1
  question.insistsOnAge = age?.strength === 'must'
  question.prefers = prefersSomething(mentee.wishes)
  question.prefersAge = age?.strength === 'prefer'
  question.prefersGender =
    gender?.strength === 'prefer' ? (IS_GENDER + GENDERS.indexOf(gender.wanted)) * blocks : -1
  const { permissions, needsGender, isGender } = question
  permissions.count = 0
  push(permissions, (ACCEPTS_GENDER + isGender) * blocks)
  if (needsGender >= 0) push(permissions, (IS_GENDER + needsGender) * blocks)
  if (mentee.childrenAlong) push(permissions, CHILDREN * blocks)
}

/** What is needed and liked, as far as any mentor offers or likes it. */
function fillWords(question: Question, { topics, interests, blocks }: PeopleIndex): void {
  const { mentee } = question.profile
  const { needs, importance } = question
  needs.count = 0
  importance.count = 0
  question.total = 0
  for (const need of mentee.needs) {
    const kind = topics.get(need.topic)
    if (kind === undefined) continue
    push(needs, kind * blocks)
    push(importance, need.importance)
    question.total += need.importance
  }
  const { interests: liked } = question
  liked.count = 0
  for (const interest of mentee.interests) {
    const kind = interests.get(interest)
    // Named twice, it is still one interest.
    if (kind !== undefined && !has(liked, kind * blocks)) push(liked, kind * blocks)
  }
}

function has(list: List, value: number): boolean {
  for (let n = 0; n < list.count; n++) if (list.at[n] === value) return true
  return false
}

/** Quarters in a row are asked four at a time; the last four may overlap the ones before. */
function fillTimes(times: List, isStart: Int32Array, { starts, spans, blocks }: PeopleIndex): void {
  times.count = 0
  let end = 0
  for (let word = 0; word < WORDS; word++) {
    for (let bits = isStart[word]; bits !== 0; bits &= bits - 1) {
      const quarter = 32 * word + 31 - Math.clz32(bits & -bits)
      if (quarter < end) continue
      end = quarter + 1
      while (end < 32 * WORDS && (isStart[end >> 5] >>> (end & 31)) & 1) end += 1
      if (end - quarter < SPAN) {
        for (let at = quarter; at < end; at++) push(times, (starts + at) * blocks)
      } else {
        for (let at = quarter; at < end - SPAN; at += SPAN) push(times, (spans + at) * blocks)
        push(times, (spans + end - SPAN) * blocks)
      }
    }
  }
}
