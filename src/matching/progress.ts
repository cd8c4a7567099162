import type { RowSource } from './graph.ts'

/** Returns a function that takes the number done and reports each new whole percent once. */
export function reportPercent(
  total: number,
  report: ((percent: number) => void) | undefined,
): (done: number) => void {
  if (report === undefined || total === 0) return () => {}
  let reported = 0
  return (done) => {
    const percent = Math.min(100, Math.floor((100 * done) / total))
    if (percent <= reported) return
    reported = percent
    report(percent)
  }
}

/** As `reportPercent`, counting the calls. */
export function countPercent(
  total: number,
  report: ((percent: number) => void) | undefined,
): () => void {
  const reportDone = reportPercent(total, report)
  let done = 0
  return () => reportDone(++done)
}

/**
 * Rows that report how many bidders have asked at least once. This is an estimate: a displaced bidder asks
 * again and is not counted twice.
 */
export function withProgress(
  rows: RowSource,
  report: ((percent: number) => void) | undefined,
): RowSource {
  if (report === undefined) return rows
  const count = countPercent(rows.bidderCount, report)
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
