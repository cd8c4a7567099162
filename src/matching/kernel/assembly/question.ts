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

// Whom the search is about.

export let mentee: i32 = 0
export let isOnline: bool = false
export let isInPerson: bool = false
export let takesInterpreter: bool = false
export let insistsOnAge: bool = false
export let prefersAge: bool = false
/** Has a wish marked `prefer`. */
export let prefers: bool = false
export let northKm: f64 = 0
export let eastDegrees: f64 = 0
export let cosine: f64 = 0
export let limit: i32 = 0

/** False for somebody who is not ready. */
export function ask(about: i32): bool {
  const told = int(flags, about)
  if ((told & IS_READY) === 0) return false
  mentee = about
  isOnline = (told & ONLINE_TOO) !== 0
  isInPerson = (told & IN_PERSON_TOO) !== 0
  takesInterpreter = (told & INTERPRETER_DOES) !== 0
  insistsOnAge = (told & INSISTS_ON_AGE_TOO) !== 0
  prefersAge = (told & PREFERS_AGE_TOO) !== 0
  prefers = prefersAge || int(prefersGenders, about) >= 0
  northKm = float(menteePlaces, 3 * about)
  eastDegrees = float(menteePlaces, 3 * about + 1)
  cosine = float(menteePlaces, 3 * about + 2)
  limit = int(limitTenths, about)
  return true
}

/** Where in `lists` a list of the mentee begins; it ends where the next one begins. */
export function start(list: i32): i32 {
  return int(bounds, (LISTS + 1) * mentee + list)
}

/** An entry of a list. */
export function entry(at: i32): i32 {
  return int(lists, at)
}

/** In ppm, as a number with which sums stay exact. */
export function weightOf(term: i32): f64 {
  return <f64>int(weights, TERM_COUNT * mentee + term)
}
