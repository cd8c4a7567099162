import { type Context, transact, type Work } from '../../context.ts'
import type { Lease } from '../../duties/duty.ts'
import {
  type Lane,
  lockSending,
  lockWaitingSince,
  type MailRow,
  type Settled,
  settleMails,
} from '../sql.ts'
import { stateAfter, stateAfterEnd, triedFor } from './state-after.ts'
import type { FailedMail, PostOffice } from './office.ts'
import type { Outcome } from './outcome.ts'

export interface Tried {
  mail: MailRow
  outcome: Outcome
}

/** As many as are given up in one transaction, beside those that were tried. */
const mostGivenUp = 200

/**
 * Writes down what became of mails that were tried, in one transaction, with the tasks that follow. While
 * the server is away, those that have waited too long are given up with the one that found it out. False
 * when another worker has taken over, and nothing was written.
 */
export async function settle(
  ctx: Context,
  office: PostOffice,
  lease: Pick<Lease, 'isHeld'>,
  { lane, tried }: { lane: Lane; tried: readonly Tried[] },
): Promise<boolean> {
  const failed: FailedMail[] = []
  const isHeld = await transact(ctx, async (ctx) => {
    failed.length = 0
    if (!(await lease.isHeld(ctx))) return false
    const all = [...tried, ...(await overdue(ctx, lane, tried))]
    const settled = all.map(({ mail, outcome }) => stateAfter(mail, outcome, ctx.now()))
    await settleMails(ctx.db, settled, ctx.now())
    const sent = settled.filter(({ state }) => state === 'sent')
    if (sent.length > 0)
      await office.onSent(
        ctx,
        sent.map(({ id }) => id),
      )
    for (const [at, after] of settled.entries()) {
      const { mail } = all[at]!
      if (after.state === 'refused' || after.state === 'failed')
        await office.onUndelivered(ctx, mail, after.state)
      if (after.failure !== null) failed.push(toLog(mail, after))
    }
    return true
  })
  for (const one of failed) office.onFailure(one)
  return isHeld
}

/** What the worker before left behind when it ended: it may have arrived, or not. */
export async function settleAbandoned(
  ctx: Context,
  office: PostOffice,
  lease: Pick<Lease, 'isHeld'>,
  lane: Lane,
): Promise<void> {
  const abandoned = await transact(ctx, async (ctx) => {
    if (!(await lease.isHeld(ctx))) return []
    const mails = await lockSending(ctx.db, lane)
    const settled = mails.map((mail) => stateAfterEnd(mail, ctx.now()))
    if (settled.length > 0) await settleMails(ctx.db, settled, ctx.now())
    return mails.map((mail, at) => toLog(mail, settled[at]!))
  })
  for (const one of abandoned) office.onFailure(one)
}

async function overdue(ctx: Work, lane: Lane, tried: readonly Tried[]): Promise<Tried[]> {
  const away = tried.find(({ outcome }) => outcome.result === 'away')
  if (away === undefined) return []
  const before = ctx.now().subtract(triedFor)
  const waiting = await lockWaitingSince(ctx.db, before, lane, mostGivenUp)
  return waiting.map((mail) => ({ mail, outcome: away.outcome }))
}

function toLog(mail: MailRow, { state, failures, failure }: Settled): FailedMail {
  return { mailId: mail.id, kind: mail.kind, state, failures, failure }
}
