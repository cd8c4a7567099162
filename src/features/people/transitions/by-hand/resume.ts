import { type Context, transact } from '../../../../context.ts'
import { lockParts } from '../../../../db/lock-pairs.ts'
import { forEach } from '../../../../duties/each.ts'
import { zone } from '../../../../locales/zone.ts'
import { Problem } from '../../../../problems.ts'
import { resumeMatch } from '../../../matches/transitions/resume.ts'
import { openTask } from '../../../tasks/open.ts'
import { moveEnrolment } from '../move-enrolment.ts'
import { findMissing } from '../require-met.ts'
import { listOpenMatches, listPausedUntil, readEnrolment } from './sql.ts'

/**
 * Makes a paused person ready again, or matched when they are a mentee whose pair is still open. Pairs
 * that paused with them go on, unless the other is paused too. Refuses a person who is not paused.
 */
export async function resumeEnrolment(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    await lockParts(ctx.db, [id])
    const { role, state } = await readEnrolment(ctx.db, id)
    if (state !== 'paused') throw new Problem('state-conflict', { state })
    const matches = await listOpenMatches(ctx.db, id)
    const isMatched = role === 'mentee' && matches.length > 0
    await moveEnrolment(ctx, id, { to: isMatched ? 'matched' : 'ready' })
    for (const match of matches) {
      const isTheirs = match.pausedBy === 'mentor' || match.pausedBy === 'mentee'
      if (match.state === 'paused' && isTheirs && match.otherState !== 'paused')
        await resumeMatch(ctx, match.id)
    }
  })
}

/**
 * Makes people ready whose pause ends today or earlier; idempotent, run daily. A mentor who lacks a
 * requirement stays paused with a task for each, and becomes ready once it is met.
 */
export async function resumePaused(ctx: Context): Promise<void> {
  const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  const ids = await transact(ctx, (ctx) => listPausedUntil(ctx.db, today))
  // One transaction per person, so that one refusal does not stop the others.
  await forEach(ids, (id) =>
    resumeEnrolment(ctx, id).catch((error) => {
      if (!(error instanceof Problem)) throw error
      return error.type === 'requirement-missing' ? askForMissing(ctx, id, today) : undefined
    }),
  )
}

async function askForMissing(ctx: Context, id: string, today: Temporal.PlainDate): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { municipality, pausedUntil } = await readEnrolment(ctx.db, id)
    for (const requirement of await findMissing(ctx, id, today))
      await openTask(ctx, {
        municipality,
        enrolmentId: id,
        kind: 'requirement_expired',
        requirement,
        dueOn: pausedUntil ?? today,
      })
  })
}
