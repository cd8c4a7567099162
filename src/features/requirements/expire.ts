import { type Context, transact } from '../../context.ts'
import { lockParts } from '../../db/lock-pairs.ts'
import { forEach } from '../../duties/each.ts'
import { openTask } from '../tasks/open.ts'
import { resolveTasks } from '../tasks/resolve.ts'
import { dayOf } from './day.ts'
import { expiredReason } from './settle.ts'
import { listExpiring, listReadyLacking, listStanding, lockMentor } from './sql.ts'

/** Time enough to apply for a new certificate. */
const noticeDays = 30

/** What suspends a mentor, with the consequences that features above this one know of. */
export type Suspend = (ctx: Context, id: string, why: { reason: string }) => Promise<void>

/**
 * Suspends ready mentors who lack a requirement, with a task for each, and gives notice of what
 * expires soon. One transaction per mentor keeps locks short.
 */
export async function expireRequirements(ctx: Context, suspend: Suspend): Promise<void> {
  const today = dayOf(ctx.now())
  const lacking = await transact(ctx, (ctx) => listReadyLacking(ctx.db, today))
  await forEach(lacking, (id) => suspendLacking(ctx, id, suspend))
  const soon = today.add({ days: noticeDays })
  await transact(ctx, async (ctx) => {
    for (const { municipality, enrolmentId, kind, expiresOn } of await listExpiring(
      ctx.db,
      today,
      soon,
    ))
      await openTask(ctx, {
        municipality,
        enrolmentId,
        kind: 'requirement_expiring',
        requirement: kind,
        dueOn: expiresOn,
      })
  })
}

async function suspendLacking(ctx: Context, id: string, suspend: Suspend): Promise<void> {
  await transact(ctx, async (ctx) => {
    await lockParts(ctx.db, [id])
    const { state, municipality } = await lockMentor(ctx.db, id)
    const standing = await listStanding(ctx.db, id, dayOf(ctx.now()))
    const missing = standing.filter((requirement) => requirement.missing)
    if (state !== 'ready' || missing.length === 0) return
    await suspend(ctx, id, { reason: expiredReason })
    for (const { kind, expiresOn } of missing) {
      const requirement = { requirement: kind }
      await resolveTasks(ctx, { enrolmentId: id, kinds: ['requirement_expiring'], ...requirement })
      await openTask(ctx, {
        municipality,
        enrolmentId: id,
        kind: 'requirement_expired',
        ...requirement,
        dueOn: expiresOn ?? dayOf(ctx.now()),
      })
    }
  })
}
