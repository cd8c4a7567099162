import type { Locale } from '../locales/locale.ts'
import type { Work } from '../context.ts'
import type { MailRow } from './sql.ts'

/** Every kind of mail; workers.ts names the function that writes each. */
export type MailKind =
  | 'answer-request'
  | 'email-changed'
  | 'email-replaced'
  | 'interview'
  | 'match-ended'
  | 'meeting-cancelled'
  | 'meeting-invitation'
  | 'offer-withdrawn'
  | 'own-page-link'
  | 'reconfirmation'
  | 'registration'
  | 'staff-invitation'

/** A finished mail to one reader. One recipient only: neither sees the other's address. */
export interface Message {
  to: { name: string; address: string | null }
  locale: Locale
  subject: string
  html: string
  text: string
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
}

/**
 * Writes a mail from what is true when it leaves. `undefined` when there is nothing to say any more:
 * the proposal was withdrawn, the meeting cancelled.
 */
export type Composer = (
  ctx: Work,
  mail: MailRow,
  site: { baseUrl: string; mailFrom: string },
) => Promise<Message | undefined>
