import {
  CHILDREN_ALONG,
  IN_PERSON_TOO,
  INSISTS_ON_AGE_TOO,
  INTERPRETER_DOES,
  IS_READY,
  LISTS,
  ONLINE_TOO,
  OTHERS,
} from './kernel/assembly/constants.ts'
import type { PeopleIndex } from './people-index.ts'
import type { PeopleSearch } from './people-search.ts'

/** A part of a list. */
export type Span = { list: Int32Array; from: number; to: number }

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
  times: Span
  others: Span
}

/** Reads the questions; null for a mentee who is not ready. The search overwrites the times of the one before. */
export function questions(
  { asking }: PeopleIndex,
  { findTimes, times }: PeopleSearch,
): (mentee: number) => Question | null {
  const { bounds, lists } = asking
  return (j) => {
    const flags = asking.flags[j]
    if ((flags & IS_READY) === 0) return null
    const span = (list: number): Span => {
      const at = (LISTS + 1) * j + list
      return { list: lists, from: bounds[at], to: bounds[at + 1] }
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
      times: { list: times, from: 0, to: findTimes(j) },
      others: span(OTHERS),
    }
  }
}
