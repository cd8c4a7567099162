import { type Context, transact } from '../../context.ts'
import type { Outcome } from '../../matching/what-if.ts'
import { inThread } from './in-thread.ts'
import type { AskWhatIf } from './schema.ts'
import { readRun } from './sql.ts'

/**
 * Runs the frozen pool of a run again under other objectives or weights, side by side: the first
 * outcome is the run as it was. Nothing is written, nobody is asked.
 */
export async function askWhatIf(
  ctx: Context,
  runId: string,
  { variants }: AskWhatIf,
): Promise<Outcome[]> {
  const { pool } = await transact(ctx, (ctx) => readRun(ctx.db, runId))
  return inThread('whatIf', {
    input: pool,
    variants: variants.map(({ name, objective, weights }) => ({
      name,
      settings: { ...(objective && { objective }), ...(weights && { weights }) },
    })),
  })
}
