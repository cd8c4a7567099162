import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { moveEnrolment } from '../../people/transitions/move-enrolment.ts'
import { requireMet } from '../../people/transitions/require-met.ts'
import { tellOfMatch } from '../tell-of-match.ts'
import { lockParties } from '../sql.ts'
import { moveMatch, requireVersion } from '../transitions/move-match.ts'
import { lockMatch } from '../transitions/sql.ts'
import { countTakenPlaces } from './sql.ts'

/**
 * Begins a new episode of a closed match; the earlier ones stay as they are. Refuses people who are not
 * ready, and a mentor who has no free place or lacks a requirement.
 */
export async function reopenMatch(
  ctx: Context,
  matchId: string,
  { version }: { version?: number | undefined } = {},
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const match = await lockMatch(ctx.db, matchId)
    const parties = await lockParties(ctx.db, [match])
    requireVersion(match, version)
    if (match.state !== 'closed') throw new Problem('state-conflict', { state: match.state })
    for (const { state } of parties)
      if (state !== 'ready') throw new Problem('state-conflict', { state })
    const mentor = parties.find(({ role }) => role === 'mentor')!
    await requireMet(ctx, mentor, ctx.now().toZonedDateTimeISO(zone).toPlainDate())
    if ((await countTakenPlaces(ctx.db, mentor.id)) >= mentor.capacity)
      throw new Problem('no-capacity')
    await moveEnrolment(ctx, match.menteeId, { to: 'matched' })
    await moveMatch(ctx, matchId, { kind: 'opened' })
    await tellOfMatch(ctx, { ...match, parties })
  })
}
