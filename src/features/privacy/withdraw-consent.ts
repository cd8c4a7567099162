import { type Context, transact } from '../../context.ts'
import { lockParts } from '../../db/lock-pairs.ts'
import type { ConsentPurpose, ConsentWay } from '../../db/types.ts'
import { endConsent } from '../people/consent/end.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { withdrawProposals } from '../proposals/withdraw.ts'
import { listEnrolmentIds, lockEnrolmentsOf } from './sql.ts'

/**
 * Withdraws a consent at once. Without consent to matching the person's drafts and open offers end,
 * unsent mails about them are cancelled, and a ready person is paused. Withdrawing a consent that
 * was not given changes nothing.
 */
export async function withdrawConsent(
  ctx: Context,
  personId: string,
  consent: { purpose: ConsentPurpose; way: ConsentWay },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const ids = await listEnrolmentIds(ctx.db, { personId })
    if (consent.purpose === 'matching') await lockParts(ctx.db, ids)
    if (!(await endConsent(ctx, personId, consent)) || consent.purpose !== 'matching') return
    for (const id of ids) await withdrawProposals(ctx, id)
    for (const { id, state } of await lockEnrolmentsOf(ctx.db, personId))
      if (state === 'ready') await moveEnrolment(ctx, id, { to: 'paused' })
  })
}
