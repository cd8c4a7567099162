import { type Context, transact, type Work } from '../../../../context.ts'
import { lockParts } from '../../../../db/lock-pairs.ts'
import { Problem } from '../../../../problems.ts'
import { endMatches, type Ending } from '../../../matches/end.ts'
import { pauseMatch } from '../../../matches/transitions/pause.ts'
import { leaveMeetings } from '../../../meetings/leave.ts'
import type { PairChoice } from '../../schema.ts'
import { listOpenMatches, type OpenMatch, readEnrolment } from './sql.ts'

/**
 * Pauses or ends the pairs of somebody who pauses; their meetings in between are off. Refuses not to
 * say which, when there is a pair.
 */
export async function settlePairs(
  ctx: Context,
  enrolmentId: string,
  {
    pair,
    until,
    reasons = [],
  }: {
    pair: PairChoice | undefined
    until?: Temporal.PlainDate | undefined
    reasons?: NonNullable<Ending['reasons']>
  },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    await lockParts(ctx.db, [enrolmentId])
    const { role: side } = await readEnrolment(ctx.db, enrolmentId)
    const matches = await listOpenMatches(ctx.db, enrolmentId)
    if (matches.length > 0 && pair === undefined)
      throw new Problem('invalid-input', { fields: [{ pointer: '/pair', code: 'required' }] })
    if (pair === 'ended') await endMatches(ctx, enrolmentId, { reasons })
    else for (const match of matches) await pausePair(ctx, match, { until, side })
  })
}

/** Pauses a pair, unless it is paused for longer already. One that is about to end meets no more. */
async function pausePair(
  ctx: Work,
  { id, state, pausedUntil }: OpenMatch,
  pause: { until: Temporal.PlainDate | undefined; side: 'mentor' | 'mentee' },
): Promise<void> {
  const { until } = pause
  const isLonger =
    state === 'paused' &&
    (pausedUntil === null ||
      (until !== undefined && Temporal.PlainDate.compare(pausedUntil, until) >= 0))
  if (state === 'closing') await leaveMeetings(ctx, { matchId: id }, { reason: 'match_ended' })
  else if (!isLonger) await pauseMatch(ctx, id, pause)
}
