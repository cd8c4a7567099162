import { type Context, transact, type Work } from '../../context.ts'
import type { KeyRing } from '../../db/seal.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { isReader } from './readers/sql.ts'
import { concernPlace, stepPlace } from './sealed-places.ts'
import { listSteps, readConcernRow } from './sql.ts'

/** A concern with its text and what was done, for its readers; the view is recorded. */
export async function readConcern(ctx: Context, id: string, keys: KeyRing) {
  return transact(ctx, async (ctx) => {
    await requireReader(ctx)
    const concern = await readConcernRow(ctx.db, id)
    const steps = await listSteps(ctx.db, id)
    const { municipality } = concern
    await recordEvent(ctx, { action: 'concern-viewed', municipality, subjectId: id })
    return {
      ...concern,
      text: keys.open(concern.text, concernPlace(id)),
      steps: steps.map((step) => ({
        ...step,
        text: step.text === null ? null : keys.open(step.text, stepPlace(step.id)),
      })),
    }
  })
}

export type ReadConcern = Awaited<ReturnType<typeof readConcern>>

/** Refuses who reads no programme's concerns, as if there were none. */
export async function requireReader(ctx: Work): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !(await isReader(ctx.db, actor.id))) throw new Problem('not-found')
}
