import {
  BUSY,
  CHILDREN_ALONG,
  EXCLUDED,
  IMPORTANCE,
  IN_PERSON_TOO,
  INSISTS_ON_AGE_TOO,
  INTERESTS,
  INTERPRETER_DOES,
  IS_READY,
  LISTS,
  NEEDS,
  ONLINE_TOO,
  OTHERS,
  PERMISSIONS,
  PREFERS_AGE_TOO,
  TIMES,
} from './people-asking.ts'
import type { PeopleIndex } from './people-index.ts'
import { TERMS } from './weights.ts'

/** A list within `lists`. */
export type Span = { from: number; to: number }

/** What one mentee asks of the index; see Asking, where it stands for all of them. */
export type Question = {
  mentee: number
  online: boolean
  inPerson: boolean
  interpreterAcceptable: boolean
  childrenAlong: boolean
  limitTenths: number
  age: number
  ageFrom: number
  ageTo: number
  insistsOnAge: boolean
  prefersAge: boolean
  gender: number
  needsGender: number
  prefersGender: number
  prefers: boolean
  waitingValue: number
  /** In ppm, in the order of TERMS. */
  weights: number[]
  needTotal: number
  /** The importance of all needs that some mentor offers. */
  total: number
  danish: number
  tongueFrom: number
  mostTongue: number
  mostPlainTongue: number
  self: number
  /** The blocks that may hold someone, the nearest first: within those of `reach`. */
  reached: Span
  lists: Int32Array
  permissions: Span
  needs: Span
  importance: Span
  interests: Span
  times: Span
  busy: Span
  others: Span
  excluded: Span
}

/** Reads the questions, always into the same object; null for a mentee who is not ready. */
export function questions(index: PeopleIndex): (mentee: number) => Question | null {
  const { asking, reach } = index
  const question = openQuestion(asking.lists)
  return (j) => {
    const flags = asking.flags[j]
    if ((flags & IS_READY) === 0) return null
    question.mentee = j
    question.online = (flags & ONLINE_TOO) !== 0
    question.inPerson = (flags & IN_PERSON_TOO) !== 0
    question.interpreterAcceptable = (flags & INTERPRETER_DOES) !== 0
    question.childrenAlong = (flags & CHILDREN_ALONG) !== 0
    question.limitTenths = asking.limitTenths[j]
    question.age = asking.ages[j]
    question.ageFrom = asking.ageWishes[2 * j]
    question.ageTo = asking.ageWishes[2 * j + 1]
    question.insistsOnAge = (flags & INSISTS_ON_AGE_TOO) !== 0
    question.prefersAge = (flags & PREFERS_AGE_TOO) !== 0
    question.gender = asking.genders[j]
    question.needsGender = asking.needsGenders[j]
    question.prefersGender = asking.prefersGenders[j]
    question.prefers = question.prefersAge || question.prefersGender >= 0
    question.waitingValue = asking.waitingValues[j]
    for (let n = 0; n < TERMS.length; n++) {
      question.weights[n] = asking.weights[TERMS.length * j + n]
    }
    question.needTotal = asking.needTotals[j]
    question.total = asking.offeredTotals[j]
    question.danish = asking.danish[j]
    question.tongueFrom = asking.tongueFrom[j]
    question.mostTongue = asking.mostTongue[j]
    question.mostPlainTongue = asking.mostPlainTongue[j]
    question.self = asking.selves[j]
    const region = asking.regionOf[j]
    question.reached.from = reach.start[region]
    question.reached.to = reach.start[region + 1]
    const { bounds } = asking
    readSpan(question.permissions, bounds, j, PERMISSIONS)
    readSpan(question.needs, bounds, j, NEEDS)
    readSpan(question.importance, bounds, j, IMPORTANCE)
    readSpan(question.interests, bounds, j, INTERESTS)
    readSpan(question.times, bounds, j, TIMES)
    readSpan(question.busy, bounds, j, BUSY)
    readSpan(question.others, bounds, j, OTHERS)
    readSpan(question.excluded, bounds, j, EXCLUDED)
    return question
  }
}

function readSpan(span: Span, bounds: Int32Array, mentee: number, list: number): void {
  const at = (LISTS + 1) * mentee + list
  span.from = bounds[at]
  span.to = bounds[at + 1]
}

function openQuestion(lists: Int32Array): Question {
  const span = (): Span => ({ from: 0, to: 0 })
  return {
    mentee: -1,
    online: false,
    inPerson: false,
    interpreterAcceptable: false,
    childrenAlong: false,
    limitTenths: 0,
    age: 0,
    ageFrom: 0,
    ageTo: 0,
    insistsOnAge: false,
    prefersAge: false,
    gender: -1,
    needsGender: -1,
    prefersGender: -1,
    prefers: false,
    waitingValue: 0,
    weights: TERMS.map(() => 0),
    needTotal: 0,
    total: 0,
    danish: -1,
    tongueFrom: 0,
    mostTongue: 0,
    mostPlainTongue: 0,
    self: -1,
    reached: span(),
    lists,
    permissions: span(),
    needs: span(),
    importance: span(),
    interests: span(),
    times: span(),
    busy: span(),
    others: span(),
    excluded: span(),
  }
}
