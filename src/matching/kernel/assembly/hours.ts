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

// Free time: attributes of the mentors, and which of them a mentee's hours fit.

/** Entries of `times` and `busy`. */
export let timeCount: i32 = 0
export let busyCount: i32 = 0
/** The mentee they belong to. */
let listedMentee: i32 = -1

/**
 * Writes `times`, offsets of the free-time attributes this mentee fits, and `busy`, non-empty words of the
 * week.
 */
export function listTimes(): void {
  if (listedMentee === mentee) return
  listedMentee = mentee
  timeCount = 0
  busyCount = 0
  const week = weekAt(menteeWeeks, mentee)
  for (let word = 0; word < WORDS; word++)
    if (int(week, word) !== 0) setInt(busy, busyCount++, word)
  markPieceStarts(week)
  // Consecutive quarters are covered four at a time; the last four may overlap the ones before.
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
      for (let at = quarter; at < end; at++) appendTime(starts + at)
    } else {
      for (let at = quarter; at < end - SPAN; at += SPAN) appendTime(spans + at)
      appendTime(spans + end - SPAN)
    }
    quarter = end
  }
}

function appendTime(attribute: i32): void {
  setInt(times, timeCount++, attribute * blocks)
}

function weekAt(list: usize, at: i32): usize {
  return list + ((<usize>(WORDS * at)) << 2)
}

/** Writes `isStart`: where a free piece of `leastQuarters` starts, wrapping round the end of the week. */
function markPieceStarts(week: usize): void {
  for (let word = 0; word < WORDS; word++) setInt(isStart, word, int(week, word))
  // Doubling: a bit means that `freeQuarters` quarters are free from its own on.
  for (let freeQuarters = 1; freeQuarters < leastQuarters;) {
    const step = min(min(freeQuarters, leastQuarters - freeQuarters), 31)
    const first = int(isStart, 0)
    for (let word = 0; word < WORDS; word++) {
      const bits = int(isStart, word)
      const next = word + 1 < WORDS ? int(isStart, word + 1) : first
      setInt(isStart, word, bits & ((bits >>> step) | (next << (32 - step))))
    }
    freeQuarters += step
  }
}

/** Writes the words of `starts` and `spans`. */
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
  // First two quarters together, then four.
  joinQuarters(starts, 1)
  joinQuarters(spans, SPAN / 2)
}

/** Writes to `spans` the union of each quarter and the one `later` quarters after it. */
function joinQuarters(from: i32, later: i32): void {
  const end = (from + SLOTS_PER_WEEK) * blocks
  const ahead = later * blocks
  let to = spans * blocks
  for (let at = from * blocks; at < end; at += QUAD, to += QUAD) {
    const both = at + ahead < end ? four(words, at + ahead) : i32x4.splat(0)
    setFour(words, to, v128.or(four(words, at), both))
  }
}
