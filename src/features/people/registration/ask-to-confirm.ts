import { type Context, transact } from '../../../context.ts'
import { queueMail } from '../../../mail/queue-mail.ts'

/** For people who do not read mail every day. */
export const linkLasts = Temporal.Duration.from({ hours: 7 * 24 })

/** Queues the confirmation mail, with a link to the person's own page. */
export async function askToConfirm(
  ctx: Context,
  kind: 'registration' | 'email-changed',
  { municipality, personId }: { municipality: string; personId: string },
): Promise<void> {
  await transact(ctx, (ctx) => queueMail(ctx, { kind, municipality, to: { personId } }))
}
