import type { About } from './about.ts'
import type { Work } from '../../context.ts'
import type { RequirementKind, TaskKind } from '../../db/types.ts'
import { finishTasks } from './sql.ts'

/**
 * Marks the tasks about something as done by the system, because their cause is gone: those of some
 * kinds, or all.
 */
export async function resolveTasks(
  ctx: Work,
  about: About & { kinds?: readonly TaskKind[]; requirement?: RequirementKind },
): Promise<void> {
  if (about.kinds?.length === 0) return
  await finishTasks(ctx.db, about, { by: 'system', at: ctx.now() })
}
