import type { Work } from '../context.ts'
import { Problem } from '../problems.ts'
import { lockMail, markDueAgain } from './sql.ts'
import { canBeSentAgain } from './can-be-sent-again.ts'

/**
 * Puts a mail that was refused, failed or may not have arrived back into the outbox. It is written anew
 * from what is true when it leaves; what has become needless in the meantime is not sent.
 */
export async function sendAgain(
  ctx: Work,
  id: string,
): Promise<{ municipality: string; personId: string }> {
  const mail = await lockMail(ctx.db, id)
  if (mail === undefined || mail.municipality === null || mail.personId === null)
    throw new Problem('not-found')
  if (!canBeSentAgain(mail)) throw new Problem('state-conflict', { state: mail.state })
  await markDueAgain(ctx.db, id, ctx.now())
  return { municipality: mail.municipality, personId: mail.personId }
}
