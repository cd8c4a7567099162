import type { Work } from '../context.ts'
import type { MailMedium } from '../db/types.ts'
import type { LetterLocale } from '../locales/locale.ts'
import type { MailTranslate } from '../locales/translate.ts'
import type { Appointment, CalendarFile } from './calendar-file.ts'
import type { MailRow } from './sql.ts'

/** Every kind of mail; workers.ts has the function that composes each. */
export const mailKinds = [
  'answer-request',
  'concern',
  'digest',
  'check-in',
  'email-changed',
  'email-replaced',
  'fit-question',
  'go-on',
  'interview',
  'match-closed',
  'match-made',
  'match-paused',
  'meeting-cancelled',
  'meeting-invitation',
  'meeting-moved',
  'meeting-reminder',
  'offer-reminder',
  'meeting-outcome',
  'meeting-proposed',
  'offer-withdrawn',
  'own-page-link',
  'reconfirmation',
  'registration',
  'staff-invitation',
  'waiting',
] as const
export type MailKind = (typeof mailKinds)[number]

/** Kinds that a reader may unsubscribe from: what they ask and tell can wait or be done otherwise. */
export const optionalKinds = [
  'meeting-reminder',
  'check-in',
  'reconfirmation',
  'waiting',
  'digest',
] as const
export type OptionalKind = (typeof optionalKinds)[number]

export function isOptionalKind(kind: string | null): kind is OptionalKind {
  return optionalKinds.some((optional) => optional === kind)
}

/** Kinds to which a programme may add a paragraph: not those that let somebody in, nor those to staff. */
export const ownTextKinds = [
  'registration',
  'interview',
  'answer-request',
  'offer-reminder',
  'offer-withdrawn',
  'match-made',
  'meeting-invitation',
  'meeting-moved',
  'meeting-cancelled',
  'meeting-reminder',
  'meeting-outcome',
  'meeting-proposed',
  'go-on',
  'fit-question',
  'check-in',
  'match-paused',
  'match-closed',
  'reconfirmation',
  'waiting',
] as const satisfies readonly MailKind[]
export type OwnTextKind = (typeof ownTextKinds)[number]

export function isOwnTextKind(kind: string): kind is OwnTextKind {
  return ownTextKinds.some((own) => own === kind)
}

/** A sentence or more; in another language than the mail, such as what a coordinator wrote in Danish. */
export type Paragraph = string | { text: string; lang: LetterLocale }

/** What a mail says in one language. The greeting before and all that stands below are added to it. */
export interface Letter {
  /** Neutral: locked screens show it. */
  subject: string
  heading: string
  paragraphs: Paragraph[]
  facts?: { label: string; value: string }[]
  button?: { label: string; url: string }
  links?: { label: string; url: string }[]
}

/** The kinds that people without e-mail get by SMS, where a gateway is set up. */
export const smsKinds = [
  'meeting-reminder',
  'meeting-moved',
  'meeting-cancelled',
] as const satisfies readonly MailKind[]

/** What an SMS says in place of a mail, in one sentence. */
export interface ShortText {
  /** With the place, or its beginning; empty where there is no room for it. */
  say: (t: MailTranslate, place: string) => string
  place?: string
  link?: string
}

/** What a composer knows. The reader, the sender and the languages are the same for every kind. */
export interface Draft {
  /** Where it goes instead of the reader's address in use: an address that is to be confirmed. */
  address?: string
  write: (t: MailTranslate) => Letter
  /** For a reader who has no e-mail. */
  short?: ShortText
  /** Changes to the reader's calendar, each a file of its own. */
  appointments?: (t: MailTranslate) => Omit<Appointment, 'organizer' | 'attendee'>[]
}

/**
 * A finished mail with a single recipient: neither person sees the other's address. An SMS has a telephone
 * number for an address, and nothing but its text.
 */
export interface Message {
  medium: MailMedium
  to: { name: string; address: string | null }
  /** In whose name it goes, and where replies are read; null where nobody reads any. */
  sender: { name: string; mailbox: string | null }
  locale: LetterLocale
  subject: string
  html: string
  text: string
  calendars: CalendarFile[]
  /** Where a mail program unsubscribes the reader from the kind, by one click (RFC 8058). */
  unsubscribe?: string
}

/** Drafts several mails of one kind, by as few statements as one. A mail that is no longer needed is missing. */
export interface BatchComposer {
  many(
    ctx: Work,
    mails: readonly MailRow[],
    site: { baseUrl: string },
  ): Promise<ReadonlyMap<string, Draft>>
}

/**
 * Drafts a mail from the data at the time of sending. `undefined` when it is no longer needed,
 * because the proposal was withdrawn or the meeting cancelled.
 */
export type Composer = (
  ctx: Work,
  mail: MailRow,
  site: { baseUrl: string },
) => Promise<Draft | undefined>
