/*
 * The auction with places as bidders, for when places are fewer than mentees: with fewer bidders than
 * columns, few are displaced, and unplaced mentees cost no search.
 *
 * The places of one mentor are equal and would outbid each other. They bid as a class (Bertsekas &
 * Castañon, "The auction algorithm for the transportation problem", 1989): a place ignores mentees held by
 * its own mentor, and all mentees of the mentor are then priced so that none is worth more than the second
 * best outside.
 */
import { type Assigned, linkBidder, openState } from './assigned.ts'
import { MAX_VALUE, type RowSource } from './graph.ts'
import { fetchRow } from './row-pool.ts'
import { augment } from './shortest-path.ts'
import { findTwoBest, openTwoBest } from './two-best.ts'
import type { Solved } from './ties.ts'

const BIDS_PER_PLACE = 32
const TIES_PER_PLACE = 1

export interface ScarceInput {
  rows: RowSource
  /** The same pairs with mentors as bidders. */
  columns: RowSource
  /** Places per mentor. */
  capacity: Int32Array
  absent: Uint8Array
  least: number
  /** What being placed counts for beyond the value; equal for all mentees who are not absent. */
  bonus: Float64Array
  /** Under a bonus, how many places of each mentor are filled before the others. */
  early?: Int32Array
  /** Initial surplus per mentee; must be 0 for every mentee not placed in all best assignments. */
  start?: Float64Array
}

/** Maximises value + bonus. The bonus is given to the places, which is equivalent as all are equal. */
export function assignScarce(input: ScarceInput): Solved {
  const { columns, capacity, absent, least, bonus, early, start } = input
  const firstPlace = new Int32Array(capacity.length + 1)
  for (let i = 0; i < capacity.length; i++) firstPlace[i + 1] = firstPlace[i] + capacity[i]
  const places = firstPlace[capacity.length]
  const rowOf = new Int32Array(places)
  for (let i = 0; i < capacity.length; i++) rowOf.fill(i, firstPlace[i], firstPlace[i + 1])
  const present = Int32Array.from(absent, (gone) => 1 - gone)
  const each = bonus.reduce((highest, own) => Math.max(highest, own), 0)
  const state = openState({
    rows: columns,
    rowOf,
    capacity: present,
    bonus: new Float64Array(places).fill(each),
    least,
    ...(start && { start }),
  })
  const isEarly = (place: number): boolean => {
    const mentor = rowOf[place]
    return !early || place - firstPlace[mentor] < early[mentor]
  }
  const queue = Int32Array.from({ length: places }, (_, place) => place).filter(isEarly)
  for (const place of bidAsClasses(state, firstPlace, queue, -each)) augment(state, place)
  for (let place = 0; place < places; place++) if (!isEarly(place)) augment(state, place)
  return fromMentees(input, state, firstPlace, each)
}

/** Phase 1 for places; see `bid` in bidding.ts. Each column has one place here. */
function bidAsClasses(
  state: Assigned,
  firstPlace: Int32Array,
  queue: Int32Array,
  out: number,
): number[] {
  const { price, used, capacity, mate, mateValue, rowOf } = state
  const places = rowOf.length
  const holder = new Int32Array(capacity.length).fill(-1)
  const heldBy = new Int32Array(capacity.length).fill(-1)
  const found = openTwoBest()
  const tied = new Uint8Array(places)
  const left: number[] = []
  let head = 0
  let length = queue.length
  for (let bids = BIDS_PER_PLACE * places; length > 0 && bids > 0; bids--) {
    const place = queue[head]
    if (++head === queue.length) head = 0
    length--
    const row = rowOf[place]
    while (!findTwoBest(state, row, out, found, heldBy)) fetchRow(state, place)
    const { best, second, other } = found
    let { column, value } = found
    if (column >= 0) {
      if (best === second && other >= 0 && used[column] === 1 && used[other] === 0) {
        column = other
        value = found.otherValue
      }
      const pushed = holder[column]
      holder[column] = place
      heldBy[column] = row
      used[column] = 1
      mate[place] = column
      mateValue[place] = value
      if (pushed >= 0) {
        mate[pushed] = -1
        mateValue[pushed] = 0
        if (best === second && ++tied[pushed] > TIES_PER_PLACE) left.push(pushed)
        else queue[(head + length++) % queue.length] = pushed
      }
    }
    // All mentees of this mentor become worth the same; for a single place this is its own bid.
    for (let k = firstPlace[row]; k < firstPlace[row + 1]; k++) {
      if (mate[k] >= 0 && mateValue[k] - second > price[mate[k]]) {
        price[mate[k]] = mateValue[k] - second
        state.version++
      }
    }
  }
  for (; length > 0; length--) {
    left.push(queue[head])
    if (++head === queue.length) head = 0
  }
  for (let place = places - 1; place >= 0; place--) {
    if (mate[place] >= 0) linkBidder(state, place, mate[place])
  }
  return left
}

/** Converts the solution to mentees as bidders: their prices become surpluses. */
function fromMentees(
  { rows, capacity, absent, least, bonus }: ScarceInput,
  state: Assigned,
  firstPlace: Int32Array,
  each: number,
): Solved {
  const mentees = rows.bidderCount
  const mate = new Int32Array(mentees).fill(-1)
  const mateValue = new Int32Array(mentees)
  for (let place = 0; place < state.mate.length; place++) {
    const mentee = state.mate[place]
    if (mentee < 0) continue
    mate[mentee] = state.rowOf[place]
    mateValue[mentee] = state.mateValue[place]
  }
  const surplus = state.price.map((asked, mentee) => (absent[mentee] === 0 ? asked : 0))
  const price = new Float64Array(capacity.length)
  for (let i = 0; i < capacity.length; i++) {
    let lowest = MAX_VALUE + each + 1
    for (let place = firstPlace[i]; place < firstPlace[i + 1]; place++) {
      const mentee = state.mate[place]
      const worth = mentee < 0 ? 0 : state.mateValue[place] + each - state.price[mentee]
      if (worth < lowest) lowest = worth
    }
    price[i] = lowest
  }
  return { rows, capacity, bonus, least, absent, mate, mateValue, price, surplus }
}
