/** When as many in a row find a server away, it is left alone for a while. */
const mostFailures = 4
const restsFor = Temporal.Duration.from({ minutes: 1 })

/** Spares a server that cannot be used, and the mails that would only wait for it. */
export interface Breaker {
  /** The server answered, if only to refuse a mail. */
  answered(): void
  /** The server could not be used by a mail. */
  failed(now: Temporal.Instant): void
  /** How many mails may be under way: none while it rests, then one to find out. */
  most(now: Temporal.Instant): number
}

export function openBreaker(): Breaker {
  let failures = 0
  let restedSince = Temporal.Instant.fromEpochMilliseconds(0)
  return {
    answered: () => {
      failures = 0
    },
    failed: (now) => {
      failures += 1
      restedSince = now
    },
    most: (now) => {
      if (failures === 0) return Number.POSITIVE_INFINITY
      if (failures < mostFailures) return mostFailures - failures
      const rested = restedSince.until(now)
      // A clock that was set back must not make it rest for a day.
      const isResting = rested.sign >= 0 && Temporal.Duration.compare(rested, restsFor) < 0
      return isResting ? 0 : 1
    },
  }
}
