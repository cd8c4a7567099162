import { type Context, transact, type Work } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { FollowUpPlan, type SetFollowUp } from './schema.ts'
import { findFollowUp, updateFollowUp } from './sql.ts'

/** When the programme of a municipality contacts its pairs, and the version of the plan. */
export async function readFollowUp(ctx: Context, municipality: string): Promise<SetFollowUp> {
  return transact(ctx, async (ctx) => {
    const { followUp, followUpVersion, asksToGoOn } = await ownPlan(ctx, municipality)
    return { version: followUpVersion, plan: FollowUpPlan.parse(followUp), asksToGoOn }
  })
}

/** Sets when pairs are contacted. Checks that are due already stay as they are. */
export async function setFollowUp(
  ctx: Context,
  municipality: string,
  { version, ...settings }: SetFollowUp,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { id } = await ownPlan(ctx, municipality)
    if (!(await updateFollowUp(ctx.db, id, version, settings))) throw new Problem('stale')
    await recordEvent(ctx, { action: 'programme-changed', municipality, subjectId: id })
  })
}

async function ownPlan(ctx: Work, municipality: string) {
  const plan = await findFollowUp(ctx.db, municipality)
  if (plan === undefined) throw new Problem('not-found')
  return plan
}
