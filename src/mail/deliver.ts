import { type Context, transact } from '../context.ts'
import type { Composer, MailKind, Message } from './message.ts'
import { lockMail, markMail, markSending } from './sql.ts'
import type { MailTransport } from './transport.ts'
import { withoutTokens } from './without-tokens.ts'

export interface PostOffice {
  composers: Readonly<Record<MailKind, Composer>>
  baseUrl: string
  mailFrom: string
  /** Without a mail server the mail is written, kept, and shown to staff as unsent. */
  transport: MailTransport | undefined
  /** Whether links in mails that are kept still work: in the demo, where the mailbox is a page. */
  keepsLinks: boolean
}

/** A worker that stopped in the middle leaves `sending` behind; after this long another may try. */
const abandonedAfter = Temporal.Duration.from({ minutes: 2 })

/**
 * Writes and sends one mail of the outbox. The server is spoken to outside any transaction. A mail
 * that may have arrived is sent again under the same Message-ID, so that readers see it once.
 */
export async function deliverMail(ctx: Context, mailId: string, office: PostOffice): Promise<void> {
  const message = await transact(ctx, async (ctx) => {
    const mail = await lockMail(ctx.db, mailId)
    if (mail === undefined || !isDue(mail, ctx.now())) return undefined
    const message = await office.composers[mail.kind as MailKind](ctx, mail, office)
    if (message === undefined) await markMail(ctx.db, mailId, 'cancelled', ctx.now())
    else if (office.transport === undefined || message.to.address === null)
      await markMail(ctx.db, mailId, 'kept', ctx.now(), keptOf(message, office))
    else {
      await markSending(ctx.db, mailId, ctx.now())
      return message
    }
    return undefined
  })
  if (message === undefined || office.transport === undefined || !hasAddress(message)) return
  const outcome = await office.transport
    .send(message, `<${mailId}@${new URL(office.baseUrl).hostname}>`)
    .catch(async (error) => {
      await transact(ctx, (ctx) => markMail(ctx.db, mailId, 'pending', ctx.now()))
      throw error
    })
  await transact(ctx, (ctx) => markMail(ctx.db, mailId, outcome, ctx.now()))
}

function keptOf(message: Message, { keepsLinks }: PostOffice): Message {
  return keepsLinks ? message : withoutTokens(message)
}

function isDue(
  mail: { state: string; handledAt: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean {
  if (mail.state === 'pending') return true
  return (
    mail.state === 'sending' &&
    mail.handledAt !== null &&
    Temporal.Instant.compare(mail.handledAt.add(abandonedAfter), now) < 0
  )
}

function hasAddress(message: Message): message is Message & { to: { address: string } } {
  return message.to.address !== null
}
