import { type Context, transact } from '../../context.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { listPeopleByEmail, takeEmail } from './sql.ts'

/** Mails a link to everybody who has the address that was asked with, and forgets it. */
export async function sendLinks(ctx: Context, linkRequestId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const email = await takeEmail(ctx.db, linkRequestId)
    if (email === undefined) return
    const about = { kind: 'own-page-link', subjectId: linkRequestId } as const
    for (const { id, municipality } of await listPeopleByEmail(ctx.db, email))
      await queueMail(ctx, { ...about, municipality, to: { personId: id } })
  })
}
