import { type Context, transact, type Work } from '../context.ts'
import type { Lease } from '../duties/duty.ts'
import { composeMail, type WritingDesk } from './writing/compose.ts'
import type { Message } from './message.ts'
import { lockMail, type MailRow, markMail, markSending } from './sql.ts'
import type { MailTransport } from './transport.ts'
import { withoutTokens } from './without-tokens.ts'

export interface PostOffice extends WritingDesk {
  /** Without a mail server the mail is written, kept, and shown to staff as unsent. */
  transport: MailTransport | undefined
  /** Whether links in mails that are kept still work: in the demo, where the mailbox is a page. */
  keepsLinks: boolean
  /** Puts before the coordinators that a mail did not arrive, in the transaction that found it. */
  onUndelivered(ctx: Work, mail: MailRow, why: 'refused' | 'failed'): Promise<void>
}

/**
 * Writes and sends one mail of the outbox. The server is spoken to outside any transaction. A mail
 * that may have arrived is sent again under the same Message-ID, so that readers see it once. Throws
 * when the server could not take the mail now.
 */
export async function deliverMail(
  ctx: Context,
  mailId: string,
  office: PostOffice,
  lease: Pick<Lease, 'isHeld'>,
): Promise<void> {
  const message = await transact(ctx, async (ctx) => {
    if (!(await lease.isHeld(ctx))) return undefined
    const mail = await lockMail(ctx.db, mailId)
    if (!isWaiting(mail)) return undefined
    const message = await composeMail(ctx, mail, office)
    if (message === undefined) await markMail(ctx.db, mailId, 'cancelled', ctx.now())
    else if (office.transport === undefined || message.to.address === null)
      await markMail(ctx.db, mailId, 'kept', ctx.now(), { content: keptOf(message, office) })
    else {
      await markSending(ctx.db, mailId, ctx.now())
      return message
    }
    return undefined
  })
  if (message === undefined || office.transport === undefined || !hasAddress(message)) return
  const { state, failure } = await office.transport
    .send(message, `<${mailId}@${new URL(office.baseUrl).hostname}>`)
    .catch(async (error) => {
      await transact(ctx, (ctx) => markMail(ctx.db, mailId, 'pending', ctx.now()))
      throw error
    })
  await transact(ctx, async (ctx) => {
    const mail = await lockMail(ctx.db, mailId)
    await markMail(ctx.db, mailId, state, ctx.now(), { failure })
    if (mail !== undefined && state === 'refused') await office.onUndelivered(ctx, mail, state)
  })
}

/** Marks a mail that no server took in all the time it was tried, and tells the coordinators. */
export async function giveUpMail(
  ctx: Work,
  mailId: string,
  failure: string,
  office: PostOffice,
): Promise<void> {
  const mail = await lockMail(ctx.db, mailId)
  if (!isWaiting(mail)) return
  await markMail(ctx.db, mailId, 'failed', ctx.now(), { failure })
  await office.onUndelivered(ctx, mail, 'failed')
}

/** `sending` was left behind by a worker that ended in the middle. */
function isWaiting(mail: MailRow | undefined): mail is MailRow {
  return mail?.state === 'pending' || mail?.state === 'sending'
}

function keptOf(message: Message, { keepsLinks }: PostOffice): Message {
  return keepsLinks ? message : withoutTokens(message)
}

function hasAddress(message: Message): message is Message & { to: { address: string } } {
  return message.to.address !== null
}
