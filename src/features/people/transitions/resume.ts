import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { openTask } from '../../tasks/open.ts'
import { listMissing } from '../profile/page/sql.ts'
import { moveEnrolment } from './move-enrolment.ts'
import { lockEnrolment } from '../sql.ts'
import { listPausedUntil } from './sql.ts'

/** Brings a paused person back to ready; refuses whoever is not paused. */
export async function resumeEnrolment(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { state } = await lockEnrolment(ctx.db, id)
    if (state !== 'paused') throw new Problem('state-conflict', { state })
    await moveEnrolment(ctx, id, { to: 'ready' })
  })
}

/**
 * Brings back whoever paused until today or a day before; run once a day, and safe to run again. Who
 * lacks something by now stays, with a task for each thing, and comes back once it is there.
 */
export async function resumePaused(ctx: Context, today: Temporal.PlainDate): Promise<void> {
  const ids = await transact(ctx, (ctx) => listPausedUntil(ctx.db, today))
  // One at a time: what stands in the way of one must not keep the others out of the pool.
  for (const id of ids)
    await resumeEnrolment(ctx, id).catch((error) => {
      if (!(error instanceof Problem)) throw error
      return error.type === 'requirement-missing' ? askForMissing(ctx, id, today) : undefined
    })
}

async function askForMissing(ctx: Context, id: string, today: Temporal.PlainDate): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { municipality, pausedUntil } = await lockEnrolment(ctx.db, id)
    for (const requirement of await listMissing(ctx.db, id, today))
      await openTask(ctx, {
        municipality,
        enrolmentId: id,
        kind: 'requirement_expired',
        requirement,
        dueOn: pausedUntil ?? today,
      })
  })
}
