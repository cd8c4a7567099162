import { type Context, transact } from '../../../../context.ts'
import { lockParts } from '../../../../db/lock-pairs.ts'
import { endMatches } from '../../../matches/end.ts'
import { withdrawProposals } from '../../../proposals/withdraw.ts'
import { callOffInterview } from '../../../requirements/call-off-interview.ts'

/** Ends an enrolment's proposals, matches, meetings and booked interview, and tells the others. */
export async function endParticipation(
  ctx: Context,
  id: string,
  telling: { tellsOthers: boolean } = { tellsOthers: true },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    await lockParts(ctx.db, [id])
    await withdrawProposals(ctx, id, telling)
    await endMatches(ctx, id, telling)
    await callOffInterview(ctx, id, telling)
  })
}
