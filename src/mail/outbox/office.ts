import type { Work } from '../../context.ts'
import type { Lane, MailRow } from '../sql.ts'
import type { MailTransport } from '../transport.ts'
import type { WritingDesk } from '../writing/compose.ts'

/** Everything that sending takes. */
export interface PostOffice extends WritingDesk {
  /** Without a mail server the mail is written, kept, and shown to staff as unsent. */
  transport: MailTransport | undefined
  /** How many mails a minute the mail server takes from all instances together. */
  mailsPerMinute: number | undefined
  /** Whether links in mails that are kept still work: in the demo, where the mailbox is a page. */
  keepsLinks: boolean
  /** Puts before the coordinators that a mail did not arrive, in the transaction that found it. */
  onUndelivered(ctx: Work, mail: MailRow, why: 'refused' | 'failed'): Promise<void>
  /** Closes what waited for mails that have left now, in the transaction that settles them. */
  onSent(ctx: Work, mailIds: readonly string[]): Promise<void>
  /** Logs that a mail did not go out. */
  onFailure(failed: FailedMail): void
}

/** What the log says of it: ids, codes and a stage, nothing personal. */
export interface FailedMail {
  mailId: string
  kind: string
  /** What became of the mail; `pending` when it is tried again. */
  state: string
  failures: number
  failure: string | null
}

/** What sends the messages of a lane. */
export function transportOf(office: PostOffice, lane: Lane): MailTransport | undefined {
  return lane === 'sms' ? office.sms?.transport : office.transport
}
