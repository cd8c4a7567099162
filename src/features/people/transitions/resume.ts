import { type Context, transact } from '../../../context.ts'
import { forEach } from '../../../duties/each.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { openTask } from '../../tasks/open.ts'
import { moveEnrolment } from './move-enrolment.ts'
import { listMissing, lockEnrolment } from '../sql.ts'
import { listPausedUntil } from './sql.ts'

/** Makes a paused person ready again. Refuses a person who is not paused. */
export async function resumeEnrolment(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { state } = await lockEnrolment(ctx.db, id)
    if (state !== 'paused') throw new Problem('state-conflict', { state })
    await moveEnrolment(ctx, id, { to: 'ready' })
  })
}

/**
 * Makes people ready whose pause ends today or earlier; idempotent, run daily. A mentor who lacks a
 * requirement stays paused with a task for each, and becomes ready once it is met.
 */
export async function resumePaused(ctx: Context): Promise<void> {
  const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  const ids = await transact(ctx, (ctx) => listPausedUntil(ctx.db, today))
  // One transaction per person, so that one refusal does not stop the others.
  await forEach(ids, (id) =>
    resumeEnrolment(ctx, id).catch((error) => {
      if (!(error instanceof Problem)) throw error
      return error.type === 'requirement-missing' ? askForMissing(ctx, id, today) : undefined
    }),
  )
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
