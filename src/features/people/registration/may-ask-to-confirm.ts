import type { Context } from '../../../context.ts'
import { mayAttempt } from '../../accounts/attempts/count-attempt.ts'

/** Enough for a parent who registers several children, too few to flood an address. */
const most = 3
const within = Temporal.Duration.from({ hours: 24 })

/**
 * Whether an address may get another confirmation mail today, over all municipalities. For the
 * public it is counted when the mail is composed, so that the response does not reveal it; for
 * signed-in users beforehand, so that the form can say so.
 */
export async function mayAskToConfirm(ctx: Context, email: string): Promise<boolean> {
  return mayAttempt(ctx, [{ key: `registration ${email.toLowerCase()}`, most, within }])
}

/** The same for the notice that another address is to replace this one. */
export async function mayNotifyOfNewEmail(ctx: Context, email: string): Promise<boolean> {
  return mayAttempt(ctx, [{ key: `new-email ${email.toLowerCase()}`, most, within }])
}
