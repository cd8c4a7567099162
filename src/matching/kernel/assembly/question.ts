import {
  IN_PERSON_TOO,
  INSISTS_ON_AGE_TOO,
  INTERPRETER_DOES,
  IS_READY,
  LISTS,
  ONLINE_TOO,
  PREFERS_AGE_TOO,
  TERM_COUNT,
} from './constants'
import { float, int } from './memory'
import { bounds, flags, limitTenths, lists, menteePlaces, prefersGenders, weights } from './tables'

// The mentee of the current query.

export let mentee: i32 = 0
export let isOnline: bool = false
export let isInPerson: bool = false
export let takesInterpreter: bool = false
export let insistsOnAge: bool = false
export let prefersAge: bool = false
/** Has a `prefer` wish. */
export let prefers: bool = false
export let northKm: f64 = 0
export let eastDegrees: f64 = 0
export let cosine: f64 = 0
export let limit: i32 = 0

/** Loads a mentee's query. False for a mentee who is not ready. */
export function loadMentee(ofMentee: i32): bool {
  const bits = int(flags, ofMentee)
  if ((bits & IS_READY) === 0) return false
  mentee = ofMentee
  isOnline = (bits & ONLINE_TOO) !== 0
  isInPerson = (bits & IN_PERSON_TOO) !== 0
  takesInterpreter = (bits & INTERPRETER_DOES) !== 0
  insistsOnAge = (bits & INSISTS_ON_AGE_TOO) !== 0
  prefersAge = (bits & PREFERS_AGE_TOO) !== 0
  prefers = prefersAge || int(prefersGenders, ofMentee) >= 0
  northKm = float(menteePlaces, 3 * ofMentee)
  eastDegrees = float(menteePlaces, 3 * ofMentee + 1)
  cosine = float(menteePlaces, 3 * ofMentee + 2)
  limit = int(limitTenths, ofMentee)
  return true
}

/** Where a list of the mentee begins in `lists`; it ends where the next one begins. */
export function start(list: i32): i32 {
  return int(bounds, (LISTS + 1) * mentee + list)
}

export function entry(at: i32): i32 {
  return int(lists, at)
}

/** In ppm, as a float so that sums stay exact. */
export function weightOf(term: i32): f64 {
  return <f64>int(weights, TERM_COUNT * mentee + term)
}
