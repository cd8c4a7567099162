import { type Context, transact } from '../../context.ts'
import type { EnrolmentRole } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { lockParties, markPhoneShared } from './sql.ts'
import { lockMatch } from './transitions/sql.ts'

/**
 * Lets one of a pair allow that the other sees their telephone number, or takes it back. Numbers are
 * shown when both allow it. Refuses a closed match.
 */
export async function sharePhone(
  ctx: Context,
  matchId: string,
  party: EnrolmentRole,
  shares: boolean,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const match = await lockMatch(ctx.db, matchId)
    const { municipality, state } = match
    const own = (await lockParties(ctx.db, [match])).find(({ role }) => role === party)!
    if (ctx.actor.kind === 'person' && ctx.actor.id !== own.personId) throw new Problem('not-found')
    if (state === 'closed') throw new Problem('state-conflict', { state })
    await markPhoneShared(ctx.db, matchId, party, shares)
    const { personId } = own
    await recordEvent(ctx, { action: 'phone-shared', municipality, personId, subjectId: matchId })
  })
}
