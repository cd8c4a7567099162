import type { Locale } from '../locales/locale.ts'
import type { Work } from '../context.ts'
import type { MailRow } from './sql.ts'

/** Every kind of mail; workers.ts has the function that composes each. */
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

/** A finished mail with a single recipient: neither person sees the other's address. */
export interface Message {
  to: { name: string; address: string | null }
  locale: Locale
  subject: string
  html: string
  text: string
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
}

/**
 * Composes a mail from the data at the time of sending. `undefined` when it is no longer needed,
 * because the proposal was withdrawn or the meeting cancelled.
 */
export type Composer = (
  ctx: Work,
  mail: MailRow,
  site: { baseUrl: string; mailFrom: string },
) => Promise<Message | undefined>
