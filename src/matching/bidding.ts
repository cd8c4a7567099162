import { type Assigned, type AssignInput, bestWorth, linkBidder } from './assigned.ts'
import { fetchRow, fetchRows, SECOND_LIMIT } from './row-pool.ts'
import { findTwoBest, openTwoBest } from './two-best.ts'

/** After this many bids per bidder, prices rise in tiny steps; shortest paths are then faster. */
const BIDS_PER_BIDDER = 32
/** A bidder displaced on a tie more often is left for phase 2; other bids may break a tie before that. */
const TIES_PER_BIDDER = 1

/**
 * Phase 1, the auction. Each bidder takes its best column and raises the price until the second best is as
 * good; a displaced bidder goes to the end of the queue. First in, first out: following the displaced
 * bidder, as Jonker and Volgenant do, leaves far more for phase 2. Bonuses are ignored, as they would only
 * cause many small raises. Where making a row is slow, bidders who need another row wait until no other
 * bidder can bid. Returns the bidders left for phase 2.
 */
export function bid(state: Assigned, { early, guess }: AssignInput): number[] {
  const { capacity, price, used, mate, mateValue, bonus, absent } = state
  const bidders = state.rows.bidderCount
  const slots = openSlots(capacity, price, bidders)
  const { start, holder, offer } = slots
  const queue = new Int32Array(bidders)
  let length = 0
  for (let b = 0; b < bidders; b++) {
    if (absent[b] !== 0 || (early && early[b] === 0)) continue
    const column = guess ? guess[b] : -1
    if (column < 0 || used[column] >= capacity[column] || !isBest(state, b, column)) {
      queue[length++] = b
      continue
    }
    holder[start[column] + used[column]++] = b
    mate[b] = column
    mateValue[b] = state.rows.value(b, column)
  }
  let head = 0
  const left: number[] = []
  const tied = new Uint8Array(bidders)
  let bidsLeft = BIDS_PER_BIDDER * bidders
  const waiting: number[] = []
  const found = openTwoBest()
  bids: while (bidsLeft-- > 0) {
    if (length === 0) {
      if (waiting.length === 0) break
      const asking = Int32Array.from(waiting)
      fetchRows(state, asking, state.rows.fillMany!)
      queue.set(asking)
      head = 0
      length = asking.length
      waiting.length = 0
    }
    const bidder = queue[head]
    if (++head === bidders) head = 0
    length--
    const out = early ? -bonus[bidder] : 0
    while (!findTwoBest(state, bidder, out, found)) {
      if (canWait(state, bidder)) {
        waiting.push(bidder)
        continue bids
      }
      fetchRow(state, bidder)
    }
    const { best, second, other } = found
    let { column, value } = found
    if (column < 0) {
      if (bonus[bidder] > 0) left.push(bidder)
      continue
    }
    // Of two equally good columns, take the one with a free place: no bidder is displaced.
    if (best === second && other >= 0 && used[column] === capacity[column]) {
      if (used[other] < capacity[other]) {
        column = other
        value = found.otherValue
      }
    }
    mate[bidder] = column
    mateValue[bidder] = value
    const base = start[column]
    if (used[column] < capacity[column]) {
      // At the current price, the lowest possible offer, so the end of the heap is its position.
      holder[base + used[column]++] = bidder
      continue
    }
    const pushed = holder[base]
    mate[pushed] = -1
    mateValue[pushed] = 0
    replaceLowest(slots, base, capacity[column], bidder, price[column] + best - second)
    price[column] = offer[base]
    state.version++
    // On a tie the price does not rise, so the two would displace each other for ever.
    if (best === second && ++tied[pushed] > TIES_PER_BIDDER) left.push(pushed)
    else queue[(head + length++) % bidders] = pushed
  }
  for (const bidder of waiting) left.push(bidder)
  for (; length > 0; length--) {
    left.push(queue[head])
    if (++head === bidders) head = 0
  }
  for (let b = bidders - 1; b >= 0; b--) if (mate[b] >= 0) linkBidder(state, b, mate[b])
  return left
}

/**
 * Whether a bidder who needs another row waits until no other bidder can bid, so that the rows are made
 * together. Prices have risen meanwhile, so fewer rows are needed. Not for a row that is up to date but too
 * short, nor for one that was lengthened.
 */
function canWait({ rows, pool, version }: Assigned, bidder: number): boolean {
  return (
    rows.fillMany !== undefined &&
    pool.room[bidder] <= SECOND_LIMIT &&
    pool.fetchedAt[bidder] !== version
  )
}

function isBest(state: Assigned, bidder: number, column: number): boolean {
  const worth = state.rows.value(bidder, column) - state.price[column]
  return worth === bestWorth(state, bidder)
}

/** The places of each column as a min-heap by offer; the lowest offer is the column's price. */
interface Slots {
  start: Int32Array
  holder: Int32Array
  offer: Float64Array
}

function openSlots(capacity: Int32Array, price: Float64Array, bidders: number): Slots {
  const start = new Int32Array(capacity.length + 1)
  // A column never needs more places than there are bidders.
  for (let c = 0; c < capacity.length; c++) start[c + 1] = start[c] + Math.min(capacity[c], bidders)
  const size = start[capacity.length]
  const offer = new Float64Array(size)
  for (let c = 0; c < capacity.length; c++) offer.fill(price[c], start[c], start[c + 1])
  return { start, holder: new Int32Array(size), offer }
}

function replaceLowest(
  slots: Slots,
  base: number,
  size: number,
  bidder: number,
  offer: number,
): void {
  const { holder, offer: offers } = slots
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && offers[base + child + 1] < offers[base + child]) child++
    if (offers[base + child] >= offer) break
    holder[base + at] = holder[base + child]
    offers[base + at] = offers[base + child]
    at = child
  }
  holder[base + at] = bidder
  offers[base + at] = offer
}
