import { type Context, transact } from '../../context.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { listPeopleByEmail, takeEmail } from './sql.ts'

/**
 * Mails a link to everyone with the requested address, and deletes the address. People who never
 * confirmed the address get the confirmation mail instead, which opens the same page.
 */
export async function sendLinks(ctx: Context, linkRequestId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const email = await takeEmail(ctx.db, linkRequestId)
    if (email === undefined) return
    for (const { id, municipality, emailUnconfirmedSince } of await listPeopleByEmail(
      ctx.db,
      email,
    )) {
      const about =
        emailUnconfirmedSince === null
          ? ({ kind: 'own-page-link', subjectId: linkRequestId } as const)
          : ({ kind: 'registration' } as const)
      await queueMail(ctx, { ...about, municipality, to: { personId: id } })
    }
  })
}
