import { type Context, transact } from '../../context.ts'
import type { MatchSide } from '../../db/types.ts'
import { closeMatch } from './close.ts'
import type { ClosingReason } from './schema.ts'
import { lockParties } from './sql.ts'
import { lockOpenMatches } from './transitions/sql.ts'

export interface Ending {
  tellsOthers?: boolean
  /** Whose wish it is; that of the one who leaves, unless told otherwise. */
  side?: MatchSide
  reasons?: readonly ClosingReason[]
}

/**
 * Closes every open match of an enrolment whose person leaves the programme. The mentee on the other
 * side becomes ready again. The other party is told that the match is over, without a reason.
 */
export async function endMatches(
  ctx: Context,
  enrolmentId: string,
  { tellsOthers = true, side, reasons = ['account_or_consent_withdrawn'] }: Ending = {},
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const matches = await lockOpenMatches(ctx.db, enrolmentId)
    await lockParties(ctx.db, matches)
    for (const { id, mentorId } of matches)
      await closeMatch(ctx, id, {
        side: side ?? (mentorId === enrolmentId ? 'mentor' : 'mentee'),
        reasons,
        leaver: enrolmentId,
        tells: tellsOthers,
      })
  })
}
