import { actingAs, type Context, transact } from '../../context.ts'
import type { Locale } from '../../locales/locale.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import type { InviteCoordinator } from './schema.ts'
import { findAccountByEmail, insertAccount, isMunicipality } from './sql.ts'

/**
 * Creates a coordinator's account without a password and mails an invitation to choose one. Refuses
 * an address that has an account, and an unknown municipality.
 */
export async function inviteCoordinator(
  ctx: Context,
  colleague: InviteCoordinator & { locale: Locale },
): Promise<string> {
  const { actor } = ctx
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    if (!(await isMunicipality(ctx.db, colleague.municipality)))
      throw new Problem('invalid-input', { fields: [{ pointer: '/municipality', code: 'choice' }] })
    if (await findAccountByEmail(ctx.db, colleague.email)) throw new Problem('already-exists')
    const accountId = await insertAccount(ctx.db, {
      ...colleague,
      role: 'coordinator',
      createdAt: ctx.now(),
    })
    await queueMail(ctx, {
      kind: 'staff-invitation',
      municipality: colleague.municipality,
      to: { accountId },
      subjectId: accountId,
    })
    const { municipality } = colleague
    const action = 'colleague-invited'
    await recordEvent(actingAs(ctx, actor), { action, municipality, subjectId: accountId })
    return accountId
  })
}
