import type { MailRow, Settled } from '../sql.ts'
import type { Outcome } from './outcome.ts'

/** How long a mail is tried before it is given up. */
export const triedFor = Temporal.Duration.from({ hours: 5 * 24 })

const unknownWaits = Temporal.Duration.from({ minutes: 5 })

/** One, five and fifteen minutes, then every hour. */
const waitMinutes = [1, 5, 15, 60] as const

/** A fifth longer at the most, so that what failed together does not come back together. */
function waitAfter(failures: number): Temporal.Duration {
  const minutes = waitMinutes[Math.min(failures, waitMinutes.length) - 1]!
  return Temporal.Duration.from({ seconds: Math.round(minutes * 60 * (1 + Math.random() / 5)) })
}

/**
 * What becomes of a mail that was tried. What may have arrived is sent again once, under the same
 * Message-ID; not so a mail that lets somebody in, of which two would look like an attack.
 */
export function stateAfter(
  mail: Pick<MailRow, 'id' | 'since' | 'failures' | 'leftAt' | 'unknownAt' | 'urgent'>,
  outcome: Outcome,
  now: Temporal.Instant,
): Settled {
  const { id, leftAt, unknownAt } = mail
  const kept = { id, dueAt: now, leftAt, unknownAt }
  if (outcome.result === 'sent') return { ...kept, state: 'sent', failures: 0, failure: null }
  const { result, failure } = outcome
  const failures = mail.failures + 1
  if (result === 'refused') return { ...kept, state: 'refused', failures, failure }
  if (result === 'unknown') {
    const isFinal = mail.urgent || unknownAt !== null
    const left = { ...kept, leftAt: now, unknownAt: now, failures: mail.failures, failure }
    return isFinal
      ? { ...left, state: 'unknown' }
      : { ...left, state: 'pending', dueAt: now.add(unknownWaits) }
  }
  if (isOverdue(mail, now)) return { ...kept, state: 'failed', failures, failure }
  return { ...kept, state: 'pending', failures, failure, dueAt: now.add(waitAfter(failures)) }
}

/**
 * What becomes of a mail whose worker ended while it was on its way. It goes again at once: what was lost
 * must not stay lost, and a reader who has it sees the same Message-ID. It is shown as unknown, and goes no
 * further, when it lets somebody in.
 */
export function stateAfterEnd(
  mail: Pick<MailRow, 'id' | 'failures' | 'unknownAt' | 'urgent'>,
  now: Temporal.Instant,
): Settled {
  const { id, failures, unknownAt } = mail
  const left = { id, unknownAt, dueAt: now, leftAt: now, failure: 'abandoned' }
  return { ...left, failures, state: mail.urgent ? 'unknown' : 'pending' }
}

function isOverdue({ since }: Pick<MailRow, 'since'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, since.add(triedFor)) >= 0
}
