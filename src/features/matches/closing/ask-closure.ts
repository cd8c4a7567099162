import { type Context, transact } from '../../../context.ts'
import type { MatchSide } from '../../../db/types.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { openTask } from '../../tasks/open.ts'
import type { ClosingReason } from '../schema.ts'
import { lockParties } from '../sql.ts'
import { moveMatch, requireVersion } from '../transitions/move-match.ts'
import { lockMatch } from '../transitions/sql.ts'
import { hasAsked } from './sql.ts'

/**
 * Asks that a match ends: one of the two from their own page, or a coordinator, for themselves or for
 * one of the two. A coordinator confirms it; until then the other notices nothing. Asking again changes
 * nothing.
 */
export async function askClosure(
  ctx: Context,
  matchId: string,
  asked: { side: MatchSide; reasons: readonly ClosingReason[]; version?: number | undefined },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const match = await lockMatch(ctx.db, matchId)
    const parties = await lockParties(ctx.db, [match])
    const { actor } = ctx
    if (actor.kind === 'person' && !parties.some((one) => isThat(one, actor.id, asked.side)))
      throw new Problem('not-found')
    requireVersion(match, asked.version)
    if (match.state === 'closing' && (await hasAsked(ctx.db, match.episode!, asked.side))) return
    await moveMatch(ctx, matchId, { kind: 'closing', ...asked })
    if (actor.kind !== 'person') return
    const dueOn = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
    const { municipality } = match
    await openTask(ctx, { municipality, matchId, kind: 'closure_asked', dueOn })
  })
}

function isThat(
  party: { personId: string; role: string },
  personId: string,
  side: MatchSide,
): boolean {
  return party.personId === personId && party.role === side
}
