import { type Context, transact } from '../../context.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { dayOf } from './day.ts'
import { findSuspensionReason, listStanding, lockMentor } from './sql.ts'

/** Why the daily job takes a mentor out; who is suspended for another reason stays so. */
export const expiredReason = 'requirement expired'

/**
 * Takes a selected mentor on: ready when nothing is missing, waiting for requirements otherwise. Whom
 * an expiry had suspended comes back when it is renewed.
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
