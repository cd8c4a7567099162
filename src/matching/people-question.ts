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

/** Part of an array. */
export type Span = { list: Int32Array; from: number; to: number }

/** The fields of MenteeQueries, for one mentee, that can close a pair. */
export type MenteeQuery = {
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

/** Returns a reader of queries; null for a mentee who is not ready. The next query overwrites `times`. */
export function queryReader(
  { queries }: PeopleIndex,
  { findTimes, times }: PeopleSearch,
): (mentee: number) => MenteeQuery | null {
  const { bounds, lists } = queries
  return (j) => {
    const flags = queries.flags[j]
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
      limitTenths: queries.limitTenths[j],
      age: queries.ages[j],
      ageFrom: queries.ageWishes[2 * j],
      ageTo: queries.ageWishes[2 * j + 1],
      insistsOnAge: (flags & INSISTS_ON_AGE_TOO) !== 0,
      gender: queries.genders[j],
      needsGender: queries.needsGenders[j],
      danish: queries.danish[j],
      times: { list: times, from: 0, to: findTimes(j) },
      others: span(OTHERS),
    }
  }
}
