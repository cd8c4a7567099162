import type { PairGraph, Row } from './graph.ts'
import { searchPeople, type Wanted } from './people-rows.ts'

/** A power of two above any points: both fit into the 53 bits of a double. */
const POINTS_ROOM = 2 ** 20

/** Every feasible pair with its points. */
export function indexedPairs({ index, isLocked, onMentee }: Wanted): PairGraph {
  const { mentors, mentees } = index.pool
  const search = searchPeople(index)
  const query = {
    bidder: 0,
    price: new Float64Array(mentors.length),
    floor: 0,
    least: 1,
    limit: Number.POSITIVE_INFINITY,
  }
  const row: Row = {
    count: 0,
    cut: 0,
    column: new Int32Array(mentors.length),
    value: new Int32Array(mentors.length),
  }
  const start = new Int32Array(mentees.length + 1)
  const packed = new Float64Array(mentors.length)
  let mentor = new Int32Array(1024)
  let value = new Int32Array(1024)
  let end = 0
  for (let j = 0; j < mentees.length; j++) {
    query.bidder = j
    row.count = 0
    if (!isLocked(j)) search(query, row)
    const { count } = row
    if (end + count > mentor.length) {
      mentor = grown(mentor, 2 * (end + count))
      value = grown(value, 2 * (end + count))
    }
    // Mentor and points in one number, so that the native sort puts the row in order.
    for (let n = 0; n < count; n++) packed[n] = row.column[n] * POINTS_ROOM + row.value[n]
    packed.subarray(0, count).sort()
    for (let n = 0; n < count; n++) {
      mentor[end] = Math.floor(packed[n] / POINTS_ROOM)
      value[end] = packed[n] - mentor[end] * POINTS_ROOM
      end += 1
    }
    start[j + 1] = end
    onMentee?.()
  }
  return {
    menteeCount: mentees.length,
    mentorCount: mentors.length,
    start,
    mentor: mentor.slice(0, end),
    value: value.slice(0, end),
  }
}

function grown(from: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(room)
  to.set(from)
  return to
}
