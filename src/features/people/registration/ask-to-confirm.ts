import { type Context, transact } from '../../../context.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { mayAttempt } from '../../accounts/count-attempt.ts'

/** As many as somebody with several children may cause, and too few to flood an address. */
const most = 3
const within = Temporal.Duration.from({ hours: 24 })

/**
 * Whether an address may be written to once more today. Asked before and outside the transaction of
 * the registration, which sees one municipality only: addresses are counted over all of them.
 */
export async function mayAskToConfirm(ctx: Context, email: string | undefined): Promise<boolean> {
  if (email === undefined) return false
  return mayAttempt(ctx, [{ key: `registration ${email.toLowerCase()}`, most, within }])
}

/** The same of telling the holder of an address that another is to take its place. */
export async function mayTellOfNew(ctx: Context, email: string): Promise<boolean> {
  return mayAttempt(ctx, [{ key: `new-email ${email.toLowerCase()}`, most, within }])
}

/** As long as somebody may take who does not read mail every day. */
export const linkLasts = Temporal.Duration.from({ hours: 7 * 24 })

/** Mails somebody that their answers have come, with a link to their own page. */
export async function askToConfirm(
  ctx: Context,
  kind: 'registration' | 'email-changed',
  { municipality, personId }: { municipality: string; personId: string },
): Promise<void> {
  await transact(ctx, (ctx) => queueMail(ctx, { kind, municipality, to: { personId } }))
}
