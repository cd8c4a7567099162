import { setTimeout } from 'node:timers/promises'
import { type Context, transact } from '../../context.ts'
import type { MailMedium } from '../../db/types.ts'
import type { Lease } from '../../duties/duty.ts'
import { returnMails } from '../sql.ts'
import { mostConnections } from '../transport.ts'
import { openBreaker } from './breaker.ts'
import { openLine } from './line.ts'
import { type PostOffice, transportOf } from './office.ts'
import { openPace } from './pace.ts'
import { settle, settleAbandoned } from './settle.ts'
import { takeDue } from './take.ts'

/** As many are taken up at the most. */
const mostTaken = 128

/** What was tried is written down within this time. */
const settledWithinMs = 100

/**
 * The duty that sends all mail that is due, or all that goes by SMS, in batches: one transaction takes up
 * several and one settles several, while others are on their way. One process works it at a time: so the pace,
 * and the order of one reader's mails, hold for all instances together.
 */
export function openOutbox(office: PostOffice, medium: MailMedium = 'mail') {
  const pace = openPace(medium === 'mail' ? office.mailsPerMinute : undefined)
  const breaker = openBreaker()
  const host = new URL(office.baseUrl).hostname
  const messageId = (id: string) => (medium === 'mail' ? `<${id}@${host}>` : id)
  const lane = office.sms === undefined ? undefined : medium

  return async (ctx: Context, _subjectId: string, lease: Lease): Promise<void> => {
    const line = openLine(transportOf(office, lane), messageId, {
      ...{ pace, breaker, now: ctx.now },
    })
    const batch = openBatch()
    let failure: unknown

    const settleTried = async () => {
      const tried = line.tried()
      if (tried.length === 0) return 0
      batch.left(tried.length)
      await insist(() => settle(ctx, office, lease, { lane, tried }))
      line.forget(tried)
      return tried.length
    }
    const giveBack = async () => {
      const waiting = line.waiting()
      if (waiting.length === 0) return
      const ids = waiting.map(({ mail }) => mail.id)
      await insist(() =>
        transact(ctx, async (ctx) => {
          if (await lease.isHeld(ctx)) await returnMails(ctx.db, ids)
        }),
      )
      line.forget(waiting)
    }
    const takeUp = async (most: number) => {
      try {
        const taken = await takeDue(ctx, office, lease, { lane, most, isFree: line.isFree })
        line.add(taken.written)
        batch.left(taken.others)
        return taken.written.length + taken.others
      } catch (error) {
        // What is under way is finished and written down first.
        failure = error
        return 0
      }
    }

    await settleAbandoned(ctx, office, lease, lane)
    for (;;) {
      const isEnding = lease.signal.aborted || failure !== undefined
      const most = isEnding ? 0 : Math.min(batch.size(), pace.perSecond, breaker.most(ctx.now()))
      if (most === 0) await giveBack()
      const room = most - line.length()
      const takes = most > 0 && room >= most / 2
      const [settled, taken] = await Promise.all([settleTried(), takes ? takeUp(room) : 0])
      if (settled === 0 && taken === 0 && line.isEmpty()) break
      // Until there is room for half a batch, where more may be due.
      const isLast = takes && taken < room
      await line.shortened(isLast ? 0 : Math.floor(most / 2), settledWithinMs)
    }
    if (failure !== undefined) throw failure
  }
}

/** As many as leave in two seconds: what is taken up can no longer be taken back. */
function openBatch() {
  let size = mostConnections
  let leftAt = performance.now()
  return {
    size: () => size,
    left: (mails: number) => {
      if (mails === 0) return
      const now = performance.now()
      const inTwoSeconds = Math.ceil((mails * 2_000) / (now - leftAt))
      size = Math.max(mostConnections, Math.min(mostTaken, inTwoSeconds))
      leftAt = now
    },
  }
}

/** Tries again for some seconds: the database may be away for a moment, and only this process knows. */
async function insist(work: () => Promise<unknown>): Promise<void> {
  for (let left = 20; ; left--)
    try {
      await work()
      return
    } catch (error) {
      if (left === 0) throw error
      await setTimeout(500)
    }
}
