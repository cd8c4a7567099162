import type { Work } from '../../../context.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { listStillSilent } from './sql.ts'

/** Ends the tasks to call people about offers that are answered or over; others of theirs may wait. */
export async function settlePhoneTasks(
  ctx: Work,
  offers: readonly { mentorId: string; menteeId: string }[],
): Promise<void> {
  const ids = [...new Set(offers.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))]
  if (ids.length === 0) return
  const silent = await listStillSilent(ctx.db, ids)
  for (const enrolmentId of ids.filter((id) => !silent.includes(id)))
    await resolveTasks(ctx, { enrolmentId, kinds: ['offer_by_phone'] })
}
