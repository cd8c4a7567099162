import { SLOTS_PER_WEEK, WORDS } from './kernel/assembly/constants.ts'
import type { WeeklyInterval } from './types.ts'

/**
 * Weekly hours as bitsets: 672 quarters of an hour from Monday 00:00, 32 to a word, 21 words. The week is a
 * ring: Sunday's last quarter is followed by Monday's first.
 */
export type WeekBits = Uint32Array

export const MINUTES_PER_SLOT = 15
const SLOTS_PER_DAY = SLOTS_PER_WEEK / 7

export type IntervalProblem =
  | { code: 'interval-time'; value: string }
  | { code: 'interval-ends-before-start'; from: string; to: string }

/** What is wrong with an interval, or null. One that crosses midnight must be given as two. */
export function intervalProblem(interval: WeeklyInterval): IntervalProblem | null {
  return problemOf(interval, slotOfTime(interval.from), slotOfTime(interval.to))
}

/** `intervalProblem` for times parsed to slots of a day. */
function problemOf(
  interval: WeeklyInterval,
  from: number | null,
  to: number | null,
): IntervalProblem | null {
  if (!(Number.isInteger(interval.day) && interval.day >= 1 && interval.day <= 7)) {
    return { code: 'interval-time', value: `day ${interval.day}` }
  }
  if (from === null || from === SLOTS_PER_DAY)
    return { code: 'interval-time', value: interval.from }
  if (to === null) return { code: 'interval-time', value: interval.to }
  if (to <= from) {
    return { code: 'interval-ends-before-start', from: interval.from, to: interval.to }
  }
  return null
}

/** Joins overlapping and touching intervals. Throws a RangeError on an interval with a problem. */
export function weekBits(intervals: readonly WeeklyInterval[]): WeekBits {
  const bits = new Uint32Array(WORDS)
  writeWeek(intervals, bits, 0)
  return bits
}

/** As `weekBits`, into `WORDS` zero words of a longer array. */
export function writeWeek(
  intervals: readonly WeeklyInterval[],
  bits: Uint32Array | Int32Array,
  at: number,
): void {
  for (const interval of intervals) {
    const from = slotOfTime(interval.from)
    const to = slotOfTime(interval.to)
    const problem = problemOf(interval, from, to)
    if (problem !== null) throw new RangeError(`${problem.code} ${JSON.stringify(interval)}`)
    const day = (interval.day - 1) * SLOTS_PER_DAY
    const end = day + to!
    for (let slot = day + from!; slot < end;) {
      // As many quarters at once as lie in one word.
      const next = Math.min(end, (slot | 31) + 1)
      bits[at + (slot >> 5)] |= (-1 >>> (32 - (next - slot))) << (slot & 31)
      slot = next
    }
  }
}

/** Common quarters of two weeks, all pieces together. */
export function commonSlots(a: WeekBits, b: WeekBits): number {
  let count = 0
  for (let word = 0; word < WORDS; word++) count += bitCount(a[word] & b[word])
  return count
}

/** Quarters in the longest common piece, across midnight and across the end of the week too. */
export function longestCommonSlots(a: WeekBits, b: WeekBits): number {
  let longest = 0
  let run = 0
  let first = -1 // Length of the run that opens the week; -1 until it has ended.
  for (let word = 0; word < WORDS; word++) {
    const bits = a[word] & b[word]
    // Fast path: most common words are empty.
    const slots = bits === 0 ? 1 : 32
    for (let slot = 0; slot < slots; slot++) {
      if ((bits >>> slot) & 1) {
        run += 1
        continue
      }
      if (first < 0) first = run
      if (run > longest) longest = run
      run = 0
    }
  }
  if (first < 0) return run // No gap: both are free the whole week.
  return Math.max(longest, run + first)
}

/** Every common piece in order, cut at midnight so that each lies on one day. */
export function commonPieces(a: WeekBits, b: WeekBits): WeeklyInterval[] {
  const pieces: WeeklyInterval[] = []
  let start = -1
  for (let word = 0; word < WORDS; word++) {
    const bits = a[word] & b[word]
    // Fast path: most common words are empty.
    if (bits === 0 && start < 0) continue
    for (let at = 32 * word; at < 32 * (word + 1); at++) {
      // A day ends at a word boundary, and its piece with it.
      if (start >= 0 && at % SLOTS_PER_DAY === 0) start = end(start, at)
      if ((bits >>> (at & 31)) & 1) {
        if (start < 0) start = at
      } else if (start >= 0) {
        start = end(start, at)
      }
    }
  }
  if (start >= 0) end(start, SLOTS_PER_WEEK)
  return pieces

  function end(from: number, to: number): -1 {
    const day = Math.floor(from / SLOTS_PER_DAY)
    const midnight = day * SLOTS_PER_DAY
    const isoDay = (day + 1) as WeeklyInterval['day']
    pieces.push({ day: isoDay, from: timeOfSlot(from - midnight), to: timeOfSlot(to - midnight) })
    return -1
  }
}

/** `17:15` → 69, `24:00` → 96; null for anything that is not on the quarter hour. */
function slotOfTime(time: string): number | null {
  return SLOTS.get(time) ?? null
}

/** Parsed ahead, as a look-up is faster than parsing. */
const SLOTS = new Map(
  Array.from({ length: SLOTS_PER_DAY + 1 }, (_, slot) => [timeOfSlot(slot), slot] as const),
)

function timeOfSlot(slot: number): string {
  const hours = String(Math.floor(slot / 4)).padStart(2, '0')
  return `${hours}:${String((slot % 4) * 15).padStart(2, '0')}`
}

export function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
