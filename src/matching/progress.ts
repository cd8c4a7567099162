import type { RowSource } from './graph.ts'

/** Counts to a number and tells each whole percent once; nothing when nobody listens. */
export function countPercent(
  of: number,
  tell: ((percent: number) => void) | undefined,
): () => void {
  if (tell === undefined || of === 0) return () => {}
  let done = 0
  let told = 0
  return () => {
    done += 1
    const percent = Math.min(100, Math.floor((100 * done) / of))
    if (percent === told) return
    told = percent
    tell(percent)
  }
}

/**
 * The same rows, telling how many of those who ask have asked at least once. That is as near as the
 * solver can come to saying how far it is: who is pushed out later asks again, and is not counted twice.
 */
export function watchRows(
  rows: RowSource,
  tell: ((percent: number) => void) | undefined,
): RowSource {
  if (tell === undefined) return rows
  const count = countPercent(rows.bidderCount, tell)
  const hasAsked = new Uint8Array(rows.bidderCount)
  return {
    ...rows,
    fill(query, row) {
      if (hasAsked[query.bidder] === 0) {
        hasAsked[query.bidder] = 1
        count()
      }
      rows.fill(query, row)
    },
  }
}
