import { type Context, transact } from '../../../context.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { mayAttempt } from '../../accounts/attempts/count-attempt.ts'

/** As many as somebody with several children may cause, and too few to flood an address. */
const most = 3
const within = Temporal.Duration.from({ hours: 24 })

/** As long as somebody may take who does not read mail every day. */
export const linkLasts = Temporal.Duration.from({ hours: 7 * 24 })

/**
 * Whether an address may be asked once more today if it is right, whoever wrote it where: counted over
 * all municipalities. Where strangers wait for the answer it is asked when the mail is written, so that
 * nobody can tell; where somebody has signed in, before, so that they are told.
 */
export async function mayAskToConfirm(ctx: Context, email: string): Promise<boolean> {
  return mayAttempt(ctx, [{ key: `registration ${email.toLowerCase()}`, most, within }])
}

/** The same of telling the holder of an address that another is to take its place. */
export async function mayNotifyOfNewEmail(ctx: Context, email: string): Promise<boolean> {
  return mayAttempt(ctx, [{ key: `new-email ${email.toLowerCase()}`, most, within }])
}

/** Mails somebody that their answers have come, with a link to their own page. */
export async function askToConfirm(
  ctx: Context,
  kind: 'registration' | 'email-changed',
  { municipality, personId }: { municipality: string; personId: string },
): Promise<void> {
  await transact(ctx, (ctx) => queueMail(ctx, { kind, municipality, to: { personId } }))
}
