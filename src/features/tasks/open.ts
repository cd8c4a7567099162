import type { About } from './about.ts'
import type { RequirementKind, TaskKind } from '../../db/types.ts'
import type { Work } from '../../context.ts'
import { insertTask, wasTickedOff } from './sql.ts'

/**
 * Opens a task for the coordinators in the transaction that found its cause; once per cause. A cause
 * that is found again and again stays ticked off; one that is `isAnew` happened just now.
 */
export async function openTask(
  ctx: Work,
  {
    isAnew = false,
    ...task
  }: {
    municipality: string
    kind: TaskKind
    requirement?: RequirementKind
    dueOn: Temporal.PlainDate
    isAnew?: boolean
  } & About,
): Promise<void> {
  if (!isAnew && (await wasTickedOff(ctx.db, task))) return
  await insertTask(ctx.db, { ...task, createdAt: ctx.now() })
}
