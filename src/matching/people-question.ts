import {
  CHILDREN_ALONG,
  IN_PERSON_TOO,
  INSISTS_ON_AGE_TOO,
  INTERPRETER_DOES,
  IS_READY,
  LISTS,
  ONLINE_TOO,
  OTHERS,
  TIMES,
} from './kernel/assembly/constants.ts'
import type { PeopleIndex } from './people-index.ts'

/** A list within `lists`. */
export type Span = { from: number; to: number }

/** What of a mentee's question can close a pair; see Asking, where it stands for all of them. */
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
  gender: number
  needsGender: number
  danish: number
  lists: Int32Array
  times: Span
  others: Span
}

/** Reads the questions; null for a mentee who is not ready. */
export function questions({ asking }: PeopleIndex): (mentee: number) => Question | null {
  const { bounds, lists } = asking
  return (j) => {
    const flags = asking.flags[j]
    if ((flags & IS_READY) === 0) return null
    const span = (list: number): Span => {
      const at = (LISTS + 1) * j + list
      return { from: bounds[at], to: bounds[at + 1] }
    }
    return {
      mentee: j,
      online: (flags & ONLINE_TOO) !== 0,
      inPerson: (flags & IN_PERSON_TOO) !== 0,
      interpreterAcceptable: (flags & INTERPRETER_DOES) !== 0,
      childrenAlong: (flags & CHILDREN_ALONG) !== 0,
      limitTenths: asking.limitTenths[j],
      age: asking.ages[j],
      ageFrom: asking.ageWishes[2 * j],
      ageTo: asking.ageWishes[2 * j + 1],
      insistsOnAge: (flags & INSISTS_ON_AGE_TOO) !== 0,
      gender: asking.genders[j],
      needsGender: asking.needsGenders[j],
      danish: asking.danish[j],
      lists,
      times: span(TIMES),
      others: span(OTHERS),
    }
  }
}
