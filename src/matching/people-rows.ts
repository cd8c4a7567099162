import { selectBest } from './best-columns.ts'
import type { RowSource } from './graph.ts'
import { LONGEST_ROW } from './kernel/assembly/constants.ts'
import type { PeopleIndex } from './people-index.ts'
import type { PeopleSearch } from './people-search.ts'

/** Answers each row from the index, without holding the pairs. */
export function indexedRows({
  index,
  search,
  isLocked,
}: {
  index: PeopleIndex
  search: PeopleSearch
  /** Locked mentees, who have no row. */
  isLocked: (mentee: number) => boolean
}): RowSource {
  return {
    bidderCount: index.queries.count,
    columnCount: index.mentorCount,
    openPrices: search.openPrices,
    fill(query, row) {
      row.count = 0
      row.cut = query.floor
      if (isLocked(query.bidder)) return
      if (query.limit <= LONGEST_ROW) {
        search.usePrices(query.price)
        search.findBest(query, row)
      } else {
        const { count, mentor, points } = search.findEvery(query.bidder, query.least)
        selectBest(mentor, points, 0, count, query, row)
      }
    },
    value: (bidder, column) => (isLocked(bidder) ? 0 : search.findValue(bidder, column)),
  }
}
