import { actingAs, type Context, transact } from '../../context.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { deleteLinks } from './links/sql.ts'
import { lockAccount, resetCredentials, raiseEpoch } from './sql.ts'

/**
 * Invites a colleague again who lost the password, the phone or the invitation, or was disabled:
 * ends everything that opened the account and mails a new invitation.
 */
export async function reinviteColleague(ctx: Context, id: string): Promise<void> {
  const { actor } = ctx
  if ('id' in actor && actor.id === id) throw new Problem('state-conflict')
  await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const { municipality } = await lockAccount(ctx.db, id)
    await resetCredentials(ctx.db, id)
    await deleteLinks(ctx.db, 'invitation', id)
    await raiseEpoch(ctx.db, id)
    await queueMail(ctx, {
      kind: 'staff-invitation',
      municipality,
      to: { accountId: id },
      subjectId: id,
    })
    const action = 'colleague-invited'
    if (municipality !== null)
      await recordEvent(actingAs(ctx, actor), { action, municipality, subjectId: id })
  })
}
