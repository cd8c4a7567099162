export interface Clock {
  now(): Temporal.Instant
  /** Sets the time, as in `clock.set('2026-11-23T09:00Z')`. */
  set(time: string): void
  /** Lets time pass, as in `clock.advance({ hours: 72 })`. Days count as 24 hours. */
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void
  reset(): void
}

/** A clock that stands still until it is set; it starts on a Monday morning. */
export function settableClock(start = '2026-11-23T09:00Z'): Clock {
  let time = Temporal.Instant.from(start)
  return {
    now: () => time,
    set: (moment) => {
      time = Temporal.Instant.from(moment)
    },
    advance: ({ days = 0, hours = 0, ...rest }) => {
      time = time.add({ hours: days * 24 }).add({ hours, ...rest })
    },
    reset: () => {
      time = Temporal.Instant.from(start)
    },
  }
}
