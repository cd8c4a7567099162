/*
 * Reads and writes the files of `makker match assign`. A country has tens of millions of feasible pairs, so
 * bytes are parsed in place: no line becomes a string, and each id is decoded once.
 */
import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { graphFromColumns, MAX_VALUE, type PairGraph } from '../matching/graph.ts'

/** An error in a file, with its place, for the person who made the file. */
export class FileProblem extends Error {
  readonly file: string
  readonly line: number
  readonly field: string

  constructor(file: string, line: number, field: string, detail: string) {
    super(`${file}, line ${line}, ${field}: ${detail}`)
    this.name = 'FileProblem'
    this.file = file
    this.line = line
    this.field = field
  }
}

export interface PairsFile {
  graph: PairGraph
  capacity: Int32Array
  /** Id by number; both lists are ascending by bytes. */
  mentors: string[]
  mentees: string[]
}

const COMMA = 44
const QUOTE = 34
const NEWLINE = 10
const RETURN = 13
const ZERO = 48
const CHUNK = 1 << 20
const HIGHEST_CAPACITY = 1_000_000

/**
 * Reads the pairs, and the capacities if given (1 each if not). People are numbered by id, so the order of
 * the lines does not affect the result. Throws a FileProblem.
 */
export function readPairs(pairsPath: string, capacitiesPath?: string): PairsFile {
  const mentorIds = openIds()
  const menteeIds = openIds()
  let mentors = new Int32Array(1 << 16)
  let mentees = new Int32Array(1 << 16)
  let values = new Int32Array(1 << 16)
  let count = 0
  readLines(pairsPath, 'mentor,mentee,score', (line) => {
    const mentor = readId(line, mentorIds, 'mentor')
    const mentee = readId(line, menteeIds, 'mentee')
    const value = readNumber(line, 'score', 1, MAX_VALUE)
    if (count === values.length) {
      mentors = doubled(mentors)
      mentees = doubled(mentees)
      values = doubled(values)
    }
    mentors[count] = mentor
    mentees[count] = mentee
    values[count++] = value
  })
  const places = openIds()
  const capacityOf = new Map<number, number>()
  if (capacitiesPath !== undefined) {
    readLines(capacitiesPath, 'mentor,capacity', (line) => {
      const countBefore = places.count
      const mentor = readId(line, places, 'mentor', mentorIds)
      const capacity = readNumber(line, 'capacity', 0, HIGHEST_CAPACITY)
      if (places.count === countBefore)
        throw problem(line, 'mentor', 'this mentor was given before')
      capacityOf.set(mentor, capacity)
    })
  }
  const mentorOrder = sortIds(mentorIds)
  const menteeOrder = sortIds(menteeIds)
  renumber(mentors, count, mentorOrder.rank)
  renumber(mentees, count, menteeOrder.rank)
  const capacity = new Int32Array(mentorIds.count).fill(1)
  for (const [mentor, free] of capacityOf) {
    if (mentor >= 0) capacity[mentorOrder.rank[mentor]] = free
  }
  const graph = graphFromColumns(
    menteeIds.count,
    mentorIds.count,
    mentees.subarray(0, count),
    mentors.subarray(0, count),
    values.subarray(0, count),
    (at) => {
      // Each line after the header is one pair.
      throw new FileProblem(pairsPath, at + 2, 'mentor,mentee', 'this pair was given before')
    },
  )
  return { graph, capacity, mentors: mentorOrder.names, mentees: menteeOrder.names }
}

/** Writes the chosen pairs by mentee, atomically: the complete file is renamed into place. */
export function writePairs(
  path: string,
  { mentors, mentees }: PairsFile,
  mentorOf: Int32Array,
  pairValue: Int32Array,
): void {
  const unfinished = `${path}.unfinished`
  const handle = openSync(unfinished, 'w')
  try {
    let text = 'mentor,mentee,score\n'
    for (let j = 0; j < mentorOf.length; j++) {
      if (mentorOf[j] < 0) continue
      text += `${quoted(mentors[mentorOf[j]])},${quoted(mentees[j])},${pairValue[j]}\n`
      if (text.length > CHUNK) {
        writeSync(handle, text)
        text = ''
      }
    }
    writeSync(handle, text)
  } finally {
    closeSync(handle)
  }
  renameSync(unfinished, path)
}

function quoted(id: string): string {
  return /[",\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id
}

/** One line of a file, in place: bytes `at` to `end`; reading advances `at`. */
interface Line {
  file: string
  number: number
  bytes: Uint8Array
  at: number
  end: number
}

function problem(line: Line, field: string, detail: string): FileProblem {
  return new FileProblem(line.file, line.number, field, detail)
}

function readLines(file: string, header: string, take: (line: Line) => void): void {
  const handle = openSync(file, 'r')
  const bytes = new Uint8Array(CHUNK)
  const line: Line = { file, number: 0, bytes, at: 0, end: 0 }
  try {
    let held = 0
    for (;;) {
      const got = readSync(handle, bytes, held, CHUNK - held, null)
      const end = held + got
      let from = 0
      for (;;) {
        let to = bytes.subarray(from, end).indexOf(NEWLINE)
        if (to < 0) {
          if (got > 0 || from === end) break
          to = end - from
        }
        line.number++
        line.at = from
        from += to + 1
        line.end = from - 1
        if (line.end > line.at && bytes[line.end - 1] === RETURN) line.end--
        if (line.number === 1) checkHeader(line, header)
        else takeWhole(line, take)
        if (from > end) break
      }
      if (got === 0) break
      if (from === 0 && end === CHUNK) throw problem(line, 'line', 'this line has no end')
      bytes.copyWithin(0, from, end)
      held = end - from
    }
    if (line.number === 0) throw new FileProblem(file, 1, 'header', `must be "${header}"`)
  } finally {
    closeSync(handle)
  }
}

function checkHeader(line: Line, header: string): void {
  // Spreadsheets write a byte order mark.
  if (line.bytes[line.at] === 0xef && line.bytes[line.at + 1] === 0xbb) line.at += 3
  const found = new TextDecoder().decode(line.bytes.subarray(line.at, line.end))
  if (found !== header) throw problem(line, 'header', `must be "${header}"`)
}

function takeWhole(line: Line, take: (line: Line) => void): void {
  if (line.at === line.end) throw problem(line, 'line', 'this line is empty')
  take(line)
  if (line.at <= line.end) throw problem(line, 'line', 'there are more fields than in the header')
}

/** Reads an integer that ends the field. */
function readNumber(line: Line, field: string, lowest: number, highest: number): number {
  const { bytes, end } = line
  let at = line.at
  let value = 0
  let digits = 0
  for (; at < end; at++) {
    const digit = bytes[at] - ZERO
    if (digit < 0 || digit > 9) break
    value = 10 * value + digit
    // Seven digits exceed every limit; more could exceed exact integers.
    if (++digits > 7) break
  }
  const whole = digits > 0 && (at >= end || bytes[at] === COMMA)
  if (!whole || value < lowest || value > highest) {
    throw problem(line, field, `must be a whole number from ${lowest} to ${highest}`)
  }
  line.at = at + 1
  return value
}

/** Ids numbered in order of appearance: concatenated bytes, and an open-addressing hash table. */
interface Ids {
  count: number
  bytes: Uint8Array
  start: Int32Array
  hash: Int32Array
  table: Int32Array
}

function openIds(): Ids {
  return {
    count: 0,
    bytes: new Uint8Array(1 << 14),
    start: new Int32Array(1 << 10),
    hash: new Int32Array(1 << 10),
    table: new Int32Array(1 << 11).fill(-1),
  }
}

/** Reads an id and returns its number, a new one for a new id. With `among`, its number there, or -1. */
function readId(line: Line, ids: Ids, field: string, among?: Ids): number {
  const { end } = line
  let { bytes, at } = line
  let to = at
  if (bytes[at] === QUOTE) {
    bytes = unquote(line, field)
    at = 0
    to = bytes.length
  } else {
    while (to < end && bytes[to] !== COMMA) to++
    line.at = to + 1
  }
  if (to === at) throw problem(line, field, 'must not be empty')
  if (line.at > end) throw problem(line, field, 'nothing follows this field')
  let hash = 0x811c9dc5
  for (let n = at; n < to; n++) hash = Math.imul(hash ^ bytes[n], 0x01000193)
  hash ^= hash >>> 15
  const number = findId(ids, bytes, at, to, hash)
  const own = number < 0 ? addId(ids, bytes, at, to, hash) : number
  return among ? findId(among, bytes, at, to, hash) : own
}

/** The bytes of a quoted field; two quotation marks within it stand for one. */
function unquote(line: Line, field: string): Uint8Array {
  const { bytes, end } = line
  const content: number[] = []
  let at = line.at + 1
  for (; at < end; at++) {
    if (bytes[at] === QUOTE) {
      if (bytes[at + 1] !== QUOTE) break
      at++
    }
    content.push(bytes[at])
  }
  if (at >= end || (at + 1 < end && bytes[at + 1] !== COMMA)) {
    throw problem(line, field, 'the quotation marks do not end where the field ends')
  }
  line.at = at + 2
  return Uint8Array.from(content)
}

function findId(ids: Ids, bytes: Uint8Array, from: number, to: number, hash: number): number {
  const { table, start } = ids
  const mask = table.length - 1
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const number = table[slot]
    if (number < 0) return -1
    if (ids.hash[number] !== hash) continue
    const first = start[number]
    if (start[number + 1] - first !== to - from) continue
    let same = 0
    while (same < to - from && ids.bytes[first + same] === bytes[from + same]) same++
    if (same === to - from) return number
  }
}

function addId(ids: Ids, bytes: Uint8Array, from: number, to: number, hash: number): number {
  const number = ids.count++
  if (number + 2 > ids.start.length) {
    ids.start = doubled(ids.start)
    ids.hash = doubled(ids.hash)
  }
  const first = ids.start[number]
  if (first + to - from > ids.bytes.length) {
    const larger = new Uint8Array(2 * (first + to - from))
    larger.set(ids.bytes)
    ids.bytes = larger
  }
  ids.bytes.set(bytes.subarray(from, to), first)
  ids.start[number + 1] = first + to - from
  ids.hash[number] = hash
  if (2 * ids.count > ids.table.length) {
    ids.table = new Int32Array(2 * ids.table.length).fill(-1)
    for (let n = 0; n < ids.count; n++) putInTable(ids, n)
  } else {
    putInTable(ids, number)
  }
  return number
}

function putInTable({ table, hash }: Ids, number: number): void {
  const mask = table.length - 1
  let slot = hash[number] & mask
  while (table[slot] >= 0) slot = (slot + 1) & mask
  table[slot] = number
}

/** The ids in ascending order of their bytes, and the rank of each number. */
function sortIds(ids: Ids): { names: string[]; rank: Int32Array } {
  const decoder = new TextDecoder()
  const bytesOf = (n: number): Uint8Array => ids.bytes.subarray(ids.start[n], ids.start[n + 1])
  const order = Array.from({ length: ids.count }, (_, n) => n)
  order.sort((a, b) => Buffer.compare(bytesOf(a), bytesOf(b)))
  const rank = new Int32Array(ids.count)
  for (let n = 0; n < order.length; n++) rank[order[n]] = n
  return { names: order.map((n) => decoder.decode(bytesOf(n))), rank }
}

function renumber(numbers: Int32Array, count: number, rank: Int32Array): void {
  for (let at = 0; at < count; at++) numbers[at] = rank[numbers[at]]
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length)
  larger.set(array)
  return larger
}
