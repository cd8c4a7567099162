import { type Context, transact } from '../../../../context.ts'
import { endMatches } from '../../../matches/end.ts'
import { leaveMeetings } from '../../../meetings/leave.ts'
import { withdrawProposals } from '../../../proposals/withdraw.ts'
import { callOffInterview } from '../../../requirements/call-off-interview.ts'

/** Ends an enrolment's proposals, matches, meetings and booked interview, and tells the others. */
export async function endParticipation(
  ctx: Context,
  { id, personId }: { id: string; personId: string },
  telling: { tellsOthers: boolean } = { tellsOthers: true },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    await withdrawProposals(ctx, id, telling)
    await endMatches(ctx, id, telling)
    await leaveMeetings(ctx, personId, telling)
    await callOffInterview(ctx, id, telling)
  })
}
