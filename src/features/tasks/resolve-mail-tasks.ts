import type { Work } from '../../context.ts'
import { finishMailTasks } from './sql.ts'

/**
 * Marks the tasks about mails that did not reach somebody as done, where a mail about the same has reached
 * them now.
 */
export async function resolveMailTasks(ctx: Work, mailIds: readonly string[]): Promise<void> {
  await finishMailTasks(ctx.db, mailIds, { by: 'system', at: ctx.now() })
}
