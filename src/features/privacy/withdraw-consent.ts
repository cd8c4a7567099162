import { type Context, transact } from '../../context.ts'
import type { ConsentPurpose, ConsentWay } from '../../db/types.ts'
import { endConsent } from '../people/consent/end.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { withdrawProposals } from '../proposals/withdraw.ts'
import { lockEnrolmentsOf } from './sql.ts'

/**
 * Takes a consent back, with effect at once: without the one to be matched, drafts and open offers
 * fall, mails about them stay, and whoever was ready pauses. Taking back what is not given changes
 * nothing.
 */
export async function withdrawConsent(
  ctx: Context,
  personId: string,
  consent: { purpose: ConsentPurpose; way: ConsentWay },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    if (!(await endConsent(ctx, personId, consent)) || consent.purpose !== 'matching') return
    for (const { id } of await lockEnrolmentsOf(ctx.db, personId)) await withdrawProposals(ctx, id)
    for (const { id, state } of await lockEnrolmentsOf(ctx.db, personId))
      if (state === 'ready') await moveEnrolment(ctx, id, { to: 'paused' })
  })
}
