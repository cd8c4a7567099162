import { type Context, transact } from '../../../context.ts'
import { queueMail } from '../../../mail/queue-mail.ts'

/**
 * Mails somebody that their answers have come, with a link to their own page. Whether the address may
 * be written to once more is asked when the mail is written: nobody who waits can tell.
 */
export async function askToConfirm(
  ctx: Context,
  kind: 'registration' | 'email-changed',
  { municipality, personId }: { municipality: string; personId: string },
): Promise<void> {
  await transact(ctx, (ctx) => queueMail(ctx, { kind, municipality, to: { personId } }))
}
