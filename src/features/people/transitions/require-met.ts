import type { Work } from '../../../context.ts'
import type { RequirementKind } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'
import { listMissing } from '../sql.ts'

/** The requirements that a mentor lacks on a day. */
export async function findMissing(
  ctx: Work,
  enrolmentId: string,
  day: Temporal.PlainDate,
): Promise<RequirementKind[]> {
  return listMissing(ctx.db, enrolmentId, day)
}

/**
 * Refuses a mentor who lacks a requirement on a day: today to become ready or be offered, the
 * meeting's day to meet. The problem names each missing requirement.
 */
export async function requireMet(
  ctx: Work,
  enrolment: { id: string; state?: string },
  day: Temporal.PlainDate,
): Promise<void> {
  const missing = await findMissing(ctx, enrolment.id, day)
  if (missing.length === 0) return
  throw new Problem('requirement-missing', {
    ...(enrolment.state === undefined ? {} : { state: enrolment.state }),
    fields: missing.map((kind) => ({ pointer: `/${kind}`, code: `missing_${kind}` })),
  })
}
