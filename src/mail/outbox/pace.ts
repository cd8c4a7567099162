/** How fast mails may leave. */
export interface Pace {
  /** In how many milliseconds the next may leave. */
  waitMs(): number
  started(): void
  /** How many leave in a second at the most; one at least. */
  readonly perSecond: number
}

/** Spaces them evenly, so that no minute has more. Counts by a clock that nobody can set. */
export function openPace(perMinute = Number.POSITIVE_INFINITY): Pace {
  const gapMs = 60_000 / perMinute
  let startedAt = Number.NEGATIVE_INFINITY
  return {
    waitMs: () => Math.max(0, startedAt + gapMs - performance.now()),
    started: () => {
      startedAt = performance.now()
    },
    perSecond: Math.max(1, Math.floor(1_000 / gapMs)),
  }
}
