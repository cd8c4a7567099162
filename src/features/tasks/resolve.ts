import type { Work } from '../../context.ts'
import type { RequirementKind, TaskKind } from '../../db/types.ts'
import { finishTasks, finishTasksExcept } from './sql.ts'

/** Takes tasks off the list whose cause has gone away: nobody ticks off what is settled already. */
export async function resolveTasks(
  ctx: Work,
  about: { enrolmentId: string; kinds: readonly TaskKind[]; requirement?: RequirementKind },
): Promise<void> {
  if (about.kinds.length === 0) return
  await finishTasks(ctx.db, about, { by: 'system', at: ctx.now() })
}

/** Takes off the tasks of a kind but those of the people it still holds for. */
export async function resolveRecovered(
  ctx: Work,
  kind: TaskKind,
  stillHolding: readonly string[],
): Promise<void> {
  await finishTasksExcept(ctx.db, kind, stillHolding, { by: 'system', at: ctx.now() })
}
