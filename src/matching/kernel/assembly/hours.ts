import { BLOCK, QUAD, SLOTS_PER_WEEK, SPAN, WORDS } from './constants'
import { four, int, setFour, setInt } from './memory'
import { mentee } from './question'
import {
  blocks,
  busy,
  isStart,
  leastQuarters,
  menteeWeeks,
  spans,
  starts,
  times,
  weeks,
  words,
} from './tables'

// When people are free: of the mentors words of the index, and of the mentee which of these to ask.

/** How many entries `times` and `busy` have. */
export let timeCount: i32 = 0
export let busyCount: i32 = 0
/** Whose they are. */
let listed: i32 = -1

/**
 * Writes `times`, where the words begin of everyone with an hour in which this mentee could meet, and `busy`,
 * the words of the mentee's week in which there is any free quarter.
 */
export function listHours(): void {
  if (listed === mentee) return
  listed = mentee
  timeCount = 0
  busyCount = 0
  const week = weekAt(menteeWeeks, mentee)
  for (let word = 0; word < WORDS; word++)
    if (int(week, word) !== 0) setInt(busy, busyCount++, word)
  markPieceStarts(week)
  // Quarters in a row are asked four at a time; the last four may overlap the ones before.
  for (let quarter = 0; quarter < SLOTS_PER_WEEK;) {
    const bits = int(isStart, quarter >> 5) >>> (quarter & 31)
    if (bits === 0) {
      quarter = (quarter | 31) + 1
      continue
    }
    quarter += ctz(bits)
    let end = quarter + 1
    while (end < SLOTS_PER_WEEK && ((int(isStart, end >> 5) >>> (end & 31)) & 1) !== 0) end++
    if (end - quarter < SPAN) {
      for (let at = quarter; at < end; at++) listTime(starts + at)
    } else {
      for (let at = quarter; at < end - SPAN; at += SPAN) listTime(spans + at)
      listTime(spans + end - SPAN)
    }
    quarter = end
  }
}

function listTime(kind: i32): void {
  setInt(times, timeCount++, kind * blocks)
}

function weekAt(list: usize, at: i32): usize {
  return list + ((<usize>(WORDS * at)) << 2)
}

/**
 * Writes `isStart`: the quarters at which a free piece of at least `leastQuarters` starts, round the end of
 * the week.
 */
function markPieceStarts(week: usize): void {
  for (let word = 0; word < WORDS; word++) setInt(isStart, word, int(week, word))
  // Doubling: a bit says that as many quarters as `known` are free from its own on.
  for (let known = 1; known < leastQuarters;) {
    const step = min(min(known, leastQuarters - known), 31)
    const first = int(isStart, 0)
    for (let word = 0; word < WORDS; word++) {
      const bits = int(isStart, word)
      const next = word + 1 < WORDS ? int(isStart, word + 1) : first
      setInt(isStart, word, bits & ((bits >>> step) | (next << (32 - step))))
    }
    known += step
  }
}

/** Writes the words of `starts`, and from them those of `spans`. */
export function writeStarts(): void {
  for (let slot = 0; slot < BLOCK * blocks; slot++) {
    markPieceStarts(weekAt(weeks, slot))
    for (let word = 0; word < WORDS; word++) {
      for (let bits = int(isStart, word); bits !== 0; bits &= bits - 1) {
        const at = (starts + 32 * word + ctz(bits)) * blocks + (slot >> 5)
        setInt(words, at, int(words, at) | (1 << (slot & 31)))
      }
    }
  }
  // Two quarters together, and then four.
  joinQuarters(starts, 1)
  joinQuarters(spans, SPAN / 2)
}

/** Writes to `spans` whoever has the quarter or the one so much later. */
function joinQuarters(from: i32, later: i32): void {
  const end = (from + SLOTS_PER_WEEK) * blocks
  const ahead = later * blocks
  let to = spans * blocks
  for (let at = from * blocks; at < end; at += QUAD, to += QUAD) {
    const both = at + ahead < end ? four(words, at + ahead) : i32x4.splat(0)
    setFour(words, to, v128.or(four(words, at), both))
  }
}
