import { type Context, transact } from '../../context.ts'
import { lockParts } from '../../db/lock-pairs.ts'
import type { ConsentPurpose, ConsentWay } from '../../db/types.ts'
import { endConsent } from '../people/consent/end.ts'
import type { PairChoice } from '../people/schema.ts'
import { settlePairs } from '../people/transitions/by-hand/settle-pairs.ts'
import { mayMove } from '../people/transitions/lifecycle.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { withdrawProposals } from '../proposals/withdraw.ts'
import { listEnrolmentIds, lockEnrolmentsOf } from './sql.ts'

/**
 * Withdraws a consent at once. Without consent to matching the person's drafts and open offers end,
 * unsent mails about them are cancelled, a pair pauses or ends, as has to be said, and the person is
 * paused. Withdrawing a consent that was not given changes nothing.
 */
export async function withdrawConsent(
  ctx: Context,
  personId: string,
  {
    purpose,
    way,
    pair,
  }: { purpose: ConsentPurpose; way: ConsentWay; pair?: PairChoice | undefined },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const ids = await listEnrolmentIds(ctx.db, { personId })
    if (purpose === 'matching') await lockParts(ctx.db, ids)
    if (!(await endConsent(ctx, personId, { purpose, way })) || purpose !== 'matching') return
    for (const id of ids) {
      await withdrawProposals(ctx, id)
      await settlePairs(ctx, id, { pair, reasons: ['account_or_consent_withdrawn'] })
    }
    for (const { id, role, state } of await lockEnrolmentsOf(ctx.db, personId))
      if (mayMove(role, state, 'paused')) await moveEnrolment(ctx, id, { to: 'paused' })
  })
}
