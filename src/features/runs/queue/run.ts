import { actorName, type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import { expireBeforeRun } from '../../proposals/offers/expire.ts'
import { freezePool } from '../pool/freeze.ts'
import { publishRun } from './publish.ts'
import type { RunMatching } from '../schema.ts'
import { proposeSmallRun } from '../thread/in-thread.ts'
import { findRunInProgress, insertRun, lockProgramme } from '../pool/sql.ts'

/** Up to this many pairs are solved within the request: sooner than a worker takes the run up. */
const pairsAtOnce = 250_000

/**
 * Proposes the best pairs for everyone who is ready, proved best, as drafts for the coordinator. The
 * pool is frozen and kept with the answer, so that every pair can be explained again. A small pool is
 * solved at once, beside the event loop; a large one, or a small one that `signal` stops, by a worker,
 * one run at a time. Returns the run's id. Sends no mail. Refuses while another run of the
 * programme is under way.
 */
export async function runMatching(
  ctx: Context,
  municipality: string,
  command: RunMatching,
  { atOnce = pairsAtOnce, signal }: { atOnce?: number; signal?: AbortSignal } = {},
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const programme = await lockProgramme(ctx.db, municipality)
    if (await findRunInProgress(ctx.db, programme.id))
      throw new Problem('state-conflict', { state: 'running' })
    await expireBeforeRun(ctx, programme.id)
    const input = await freezePool(ctx, programme, command)
    const id = await insertRun(ctx.db, {
      municipality,
      programmeId: programme.id,
      startedBy: actorName(ctx.actor),
      startedAt: ctx.now(),
      pool: input,
    })
    await recordEvent(ctx, { action: 'matching-run', municipality, subjectId: id })
    const isSmall = input.mentors.length * input.mentees.length <= atOnce
    const result = isSmall ? await proposeSmallRun(input, signal) : undefined
    if (result === undefined) await ctx.enqueue('run', id)
    else await publishRun(ctx, id, result)
    return id
  })
}
