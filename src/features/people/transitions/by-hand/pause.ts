import { type Context, transact } from '../../../../context.ts'
import { lockParts } from '../../../../db/lock-pairs.ts'
import { zone } from '../../../../locales/zone.ts'
import { Problem } from '../../../../problems.ts'
import { withdrawProposals } from '../../../proposals/withdraw.ts'
import type { PauseEnrolment } from '../../schema.ts'
import { mayMove } from '../lifecycle.ts'
import { moveEnrolment } from '../move-enrolment.ts'
import { settlePairs } from './settle-pairs.ts'
import { readEnrolment } from './sql.ts'

/**
 * Pauses a person until a day, or without an end. Drafts and open offers are withdrawn. A pair pauses
 * as long, or ends: which of the two has to be said. Refuses a past day.
 */
export async function pauseEnrolment(
  ctx: Context,
  id: string,
  { until, reason, pair }: PauseEnrolment,
): Promise<void> {
  const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  if (until !== undefined && Temporal.PlainDate.compare(until, today) <= 0)
    throw new Problem('invalid-input', { fields: [{ pointer: '/until', code: 'past' }] })
  return transact(ctx, async (ctx) => {
    await lockParts(ctx.db, [id])
    const { role, state } = await readEnrolment(ctx.db, id)
    if (!mayMove(role, state, 'paused')) throw new Problem('state-conflict', { state })
    await withdrawProposals(ctx, id)
    await settlePairs(ctx, id, { pair, until })
    await moveEnrolment(ctx, id, { to: 'paused', reason, until })
  })
}
