import type { About } from './about.ts'
import type { RequirementKind, TaskKind } from '../../db/types.ts'
import type { Work } from '../../context.ts'
import { insertTask } from './sql.ts'

/** Opens a task for the coordinators in the transaction that found its cause; once per cause. */
export async function openTask(
  ctx: Work,
  task: {
    municipality: string
    kind: TaskKind
    requirement?: RequirementKind
    dueOn: Temporal.PlainDate
  } & About,
): Promise<void> {
  await insertTask(ctx.db, { ...task, createdAt: ctx.now() })
}
