import { type Context, transact } from '../../../context.ts'
import { forEach } from '../../../duties/each.ts'
import { recordDecision } from '../record-decision.ts'
import { moveEnrolment } from '../../people/transitions/move-enrolment.ts'
import { settlePhoneTasks } from './settle-phone-tasks.ts'
import { expireOffers, listOverdue, lockMentees, lockUndecided } from './sql.ts'

/** Expires the offers of every programme that were not answered in time; idempotent, run hourly. */
export async function expireAllProposals(ctx: Context): Promise<void> {
  const ids = await transact(ctx, (ctx) => listOverdue(ctx.db, { at: ctx.now() }))
  // One transaction for each, so that locks are short and one failure does not stop the others.
  await forEach(ids, (id) => expireProposals(ctx, [id]))
}

/** Expires the offers of a programme that were not answered in time, before a run reads who is ready. */
export async function expireBeforeRun(ctx: Context, programmeId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    await lockUndecided(ctx.db, programmeId, ctx.now())
    await expireProposals(ctx, await listOverdue(ctx.db, { at: ctx.now(), programmeId }))
  })
}

/** Expires the offers of an enrolment that were not answered in time. */
export async function expireOffersOf(ctx: Context, enrolmentId: string): Promise<void> {
  return transact(ctx, async (ctx) =>
    expireProposals(ctx, await listOverdue(ctx.db, { at: ctx.now(), enrolmentId })),
  )
}

/** Both people of an expired offer are free again, and the mentee keeps their place in the queue. */
async function expireProposals(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  return transact(ctx, async (ctx) => {
    const expired = await expireOffers(ctx.db, ids, ctx.now())
    await lockMentees(ctx.db, expired)
    for (const proposal of expired) {
      await moveEnrolment(ctx, proposal.menteeId, { to: 'ready', reason: 'offer expired' })
      await recordDecision(ctx, 'proposal-expired', proposal)
    }
    await settlePhoneTasks(ctx, expired)
  })
}
