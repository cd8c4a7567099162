import { type Context, transact } from '../../context.ts'
import { sendAgain } from '../../mail/send-again.ts'
import { recordEvent } from '../audit/record.ts'
import { undelivered } from '../tasks/open-mail-task.ts'
import { resolveTasks } from '../tasks/resolve.ts'

/** Has a mail that did not arrive sent again. Its task is done; a further failure opens another. */
export async function resendMail(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const about = await sendAgain(ctx, id)
    await resolveTasks(ctx, { mailId: id, kinds: undelivered })
    await recordEvent(ctx, { action: 'mail-resent', ...about, subjectId: id })
  })
}
