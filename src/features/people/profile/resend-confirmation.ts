import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { askToConfirm } from '../registration/ask-to-confirm.ts'
import { mayAskToConfirm } from '../registration/may-ask-to-confirm.ts'
import { lockPerson, updatePerson } from '../sql.ts'

/**
 * Mails the confirmation of a person's new address again, with a new period to answer. Refuses when
 * no address is unconfirmed, and when the address has reached its daily limit.
 */
export async function resendConfirmation(
  ctx: Context,
  { municipality, personId }: { municipality: string; personId: string },
): Promise<void> {
  const { newEmail } = await transact(ctx, (ctx) => lockPerson(ctx.db, personId))
  if (newEmail === null) throw new Problem('state-conflict')
  if (!(await mayAskToConfirm(ctx, newEmail))) throw new Problem('rate-limited')
  await transact(ctx, async (ctx) => {
    const person = await lockPerson(ctx.db, personId)
    if (person.newEmail !== newEmail) throw new Problem('state-conflict')
    await updatePerson(ctx.db, personId, { newEmailSince: ctx.now() })
    await askToConfirm(ctx, 'email-changed', { municipality, personId })
  })
}
