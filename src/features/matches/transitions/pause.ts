import { actingAs, type Context, transact } from '../../../context.ts'
import type { MatchSide } from '../../../db/types.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { leaveMeetings } from '../../meetings/leave.ts'
import { lockParties } from '../sql.ts'
import { moveMatch } from './move-match.ts'
import { lockMatch } from './sql.ts'

/**
 * Pauses a match until a day, or without an end; its meetings in between are cancelled. The party who
 * did not ask for the pause is told of it, without a reason. Refuses a past day.
 */
export async function pauseMatch(
  ctx: Context,
  id: string,
  pause: {
    until?: Temporal.PlainDate | undefined
    side?: MatchSide
    version?: number | undefined
  } = {},
): Promise<void> {
  const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  const { until = null, side = 'coordinator', version } = pause
  if (until !== null && Temporal.PlainDate.compare(until, today) <= 0)
    throw new Problem('invalid-input', { fields: [{ pointer: '/until', code: 'past' }] })
  return transact(ctx, async (ctx) => {
    const match = await lockMatch(ctx.db, id)
    const parties = await lockParties(ctx.db, [match])
    await moveMatch(ctx, id, { kind: 'paused', until, side, version })
    // The record of the one must not show that the other acted.
    const by = ctx.actor.kind === 'person' ? actingAs(ctx, { kind: 'system' }) : ctx
    await leaveMeetings(
      by,
      { matchId: id },
      { reason: 'match_paused', ...(until !== null && { before: until }) },
    )
    const { municipality } = match
    for (const { personId, role } of parties)
      if (role !== side)
        await queueMail(ctx, {
          ...{ kind: 'match-paused', municipality, to: { personId }, subjectId: id },
          replaces: ['match-paused'],
        })
  })
}
