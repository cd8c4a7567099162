import { type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { resolveTasks } from '../tasks/resolve.ts'
import { dayOf } from './day.ts'
import type { RecordRequirement } from './schema.ts'
import { settleRequirements } from './settle.ts'
import { findLasting, lockMentor, upsertRequirement } from './sql.ts'

/**
 * Records the day a mentor met a requirement and the day it expires, nothing else. The last one
 * missing makes the mentor ready. Refuses a future day, and an expiry before the day it was met.
 */
export async function recordRequirement(
  ctx: Context,
  enrolmentId: string,
  { kind, metOn, expiresOn }: RecordRequirement,
): Promise<void> {
  if (Temporal.PlainDate.compare(metOn, dayOf(ctx.now())) > 0) throw refused('/metOn', 'future')
  if (expiresOn !== undefined && Temporal.PlainDate.compare(expiresOn, metOn) < 0)
    throw refused('/expiresOn', 'interval')
  return transact(ctx, async (ctx) => {
    const { municipality, programmeId, personId, state } = await lockMentor(ctx.db, enrolmentId)
    if (state === 'left' || state === 'rejected') throw new Problem('state-conflict', { state })
    const lasting = await findLasting(ctx.db, programmeId, kind)
    const months = lasting?.lastsMonths ?? undefined
    await upsertRequirement(ctx.db, {
      municipality,
      enrolmentId,
      kind,
      metOn,
      expiresOn: expiresOn ?? (months === undefined ? null : metOn.add({ months })),
    })
    await recordEvent(ctx, {
      action: 'requirement-recorded',
      municipality,
      personId,
      subjectId: enrolmentId,
    })
    const kinds = ['requirement_expired', 'requirement_expiring'] as const
    await resolveTasks(ctx, { enrolmentId, kinds, requirement: kind })
    await settleRequirements(ctx, enrolmentId)
  })
}

function refused(pointer: string, code: 'future' | 'interval'): Problem {
  return new Problem('invalid-input', { fields: [{ pointer, code }] })
}
