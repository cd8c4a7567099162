import { selectBest } from './best-columns.ts'
import { findColumn, MAX_VALUE, type PairGraph, type RowSource, transposeGraph } from './graph.ts'

/** Feasible pairs that can change, by mentee and by mentor. */
export interface LivePairs {
  rows: RowSource
  columns: RowSource
  /** Sets the value of a pair; 0 makes it infeasible. */
  set(mentee: number, mentor: number, value: number): void
}

/** Rows of one shared array, each with some room to grow. */
interface Lists {
  other: Int32Array
  value: Int32Array
  start: Int32Array
  count: Int32Array
  room: Int32Array
  end: number
}

/** Copies a graph and reserves numbers for people added later. */
export function openLivePairs(graph: PairGraph, spareMentees = 0, spareMentors = 0): LivePairs {
  const mentees = graph.menteeCount + spareMentees
  const mentors = graph.mentorCount + spareMentors
  const byMentee = openLists(graph, mentees)
  const byMentor = openLists(transposeGraph(graph), mentors)
  return {
    rows: listRows(byMentee, mentors),
    columns: listRows(byMentor, mentees),
    set(mentee, mentor, value) {
      if (!Number.isInteger(value) || value < 0 || value > MAX_VALUE) {
        throw new RangeError(`Value ${value} is not an integer from 0 to ${MAX_VALUE}`)
      }
      setEntry(byMentee, mentee, mentor, value)
      setEntry(byMentor, mentor, mentee, value)
    },
  }
}

function openLists(graph: PairGraph, rows: number): Lists {
  const start = new Int32Array(rows).fill(graph.mentor.length)
  const count = new Int32Array(rows)
  for (let j = 0; j < graph.menteeCount; j++) {
    start[j] = graph.start[j]
    count[j] = graph.start[j + 1] - graph.start[j]
  }
  return {
    other: graph.mentor.slice(),
    value: graph.value.slice(),
    start,
    count,
    room: count.slice(),
    end: graph.mentor.length,
  }
}

function listRows(lists: Lists, columnCount: number): RowSource {
  return {
    bidderCount: lists.start.length,
    columnCount,
    fill(query, row) {
      const from = lists.start[query.bidder]
      selectBest(lists.other, lists.value, from, from + lists.count[query.bidder], query, row)
    },
    value(bidder, column) {
      const from = lists.start[bidder]
      const to = from + lists.count[bidder]
      const at = findColumn(lists.other, from, to, column)
      return at < to && lists.other[at] === column ? lists.value[at] : 0
    },
  }
}

function setEntry(lists: Lists, row: number, column: number, value: number): void {
  const from = lists.start[row]
  const to = from + lists.count[row]
  const at = findColumn(lists.other, from, to, column)
  const exists = at < to && lists.other[at] === column
  if (exists && value > 0) {
    lists.value[at] = value
  } else if (exists) {
    lists.other.copyWithin(at, at + 1, to)
    lists.value.copyWithin(at, at + 1, to)
    lists.count[row]--
  } else if (value > 0) {
    const offset = at - from
    if (lists.count[row] === lists.room[row]) moveRow(lists, row)
    const place = lists.start[row] + offset
    const end = lists.start[row] + lists.count[row]
    lists.other.copyWithin(place + 1, place, end)
    lists.value.copyWithin(place + 1, place, end)
    lists.other[place] = column
    lists.value[place] = value
    lists.count[row]++
  }
}

/** Moves a full row to the end of the array, with twice the room. */
function moveRow(lists: Lists, row: number): void {
  const room = Math.max(8, 2 * lists.room[row])
  if (lists.end + room > lists.other.length) {
    const size = Math.ceil(1.5 * (lists.end + room))
    const other = new Int32Array(size)
    const value = new Int32Array(size)
    other.set(lists.other)
    value.set(lists.value)
    lists.other = other
    lists.value = value
  }
  const from = lists.start[row]
  const to = from + lists.count[row]
  lists.other.copyWithin(lists.end, from, to)
  lists.value.copyWithin(lists.end, from, to)
  lists.start[row] = lists.end
  lists.room[row] = room
  lists.end += room
}
