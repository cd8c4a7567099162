import { type Context, transact } from '../../context.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { dayOf } from './day.ts'
import { findSuspensionReason, listStanding, lockMentor } from './sql.ts'

/** The reason of a suspension by the nightly job; only such a suspension ends by itself. */
export const expiredReason = 'requirement expired'

/**
 * Makes a selected mentor ready, or requirements_pending while something is missing. Ends a
 * suspension for an expired requirement once it is renewed.
 */
export async function settleRequirements(ctx: Context, enrolmentId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { state } = await lockMentor(ctx.db, enrolmentId)
    const standing = await listStanding(ctx.db, enrolmentId, dayOf(ctx.now()))
    const isMissing = standing.some(({ missing }) => missing)
    if (isMissing) {
      if (state === 'selected')
        await moveEnrolment(ctx, enrolmentId, { to: 'requirements_pending' })
      return
    }
    const isDue =
      state === 'selected' ||
      state === 'requirements_pending' ||
      (state === 'suspended' && (await findSuspensionReason(ctx.db, enrolmentId)) === expiredReason)
    if (isDue) await moveEnrolment(ctx, enrolmentId, { to: 'ready', reason: 'requirements met' })
  })
}
