import type { RowSource } from './graph.ts'

/** Takes how many are done and tells each whole percent once; nothing when nobody listens. */
export function tellPercent(
  of: number,
  tell: ((percent: number) => void) | undefined,
): (done: number) => void {
  if (tell === undefined || of === 0) return () => {}
  let told = 0
  return (done) => {
    const percent = Math.min(100, Math.floor((100 * done) / of))
    if (percent <= told) return
    told = percent
    tell(percent)
  }
}

/** The same, counting itself. */
export function countPercent(
  of: number,
  tell: ((percent: number) => void) | undefined,
): () => void {
  const tellDone = tellPercent(of, tell)
  let done = 0
  return () => tellDone(++done)
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
