import type { Work } from '../../context.ts'
import { languageFor } from '../../locales/locale.ts'
import { type MailTranslate, translateMail } from '../../locales/translate.ts'
import { calendarFile } from '../calendar-file.ts'
import {
  type BatchComposer,
  type Composer,
  type Draft,
  isOptionalKind,
  type MailKind,
  type Message,
  type ShortText,
} from '../message.ts'
import { canReceiveSms } from '../sms/can-receive.ts'
import { writeSms } from '../sms/write.ts'
import type { MailRow } from '../sql.ts'
import type { MailTransport } from '../transport.ts'
import { openAddressBook, type ProgrammeContact, type Reader } from './address-book.ts'
import { contactLine } from './contact.ts'
import { type Drafted, type FootLink, type FootUrls, openFootLinks } from './foot-links.ts'
import { type Foot, renderMail } from './layout.ts'
import { ownText } from './own-text.ts'

export interface WritingDesk {
  composers: Readonly<Record<MailKind, Composer | BatchComposer>>
  baseUrl: string
  mailFrom: string
  /**
   * What goes by SMS to people without e-mail; nothing does where it is undefined. Without a transport it is
   * kept to be read, as mails are.
   */
  sms: { transport: MailTransport | undefined } | undefined
  /** Opens personal links for the feet of mails, and returns their tokens. */
  openLinks(ctx: Work, links: readonly FootLink[]): Promise<string[]>
}

/**
 * Writes mails to their readers, each in their language and in Danish, from what is true now. A mail that
 * is no longer needed or wanted is missing. What all need is read and written at once: a statement for each
 * mail would take longer than sending it.
 */
export async function composeMails(
  ctx: Work,
  mails: readonly MailRow[],
  desk: WritingDesk,
): Promise<Map<string, Message>> {
  if (mails.length === 0) return new Map()
  const book = await openAddressBook(ctx, mails)
  const wanted = mails.filter(
    (mail) =>
      book.readerOf(mail) !== undefined && !(isOptionalKind(mail.kind) && book.isUnwanted(mail)),
  )
  const drafts = await draftMails(ctx, wanted, desk)
  const numbers = new Map(
    drafts.map(({ mail, draft }) => [mail.id, numberFor(draft, book.readerOf(mail)!, desk)]),
  )
  const byMail = drafts.filter(({ mail }) => numbers.get(mail.id) === undefined)
  const urls = await openFootLinks(ctx, byMail, desk)
  return new Map(
    drafts.map(({ mail, draft }) => {
      const known = { reader: book.readerOf(mail)!, contact: book.contactOf(mail) }
      const number = numbers.get(mail.id)
      const message =
        number === undefined
          ? messageOf(mail, draft, { ...known, ...urls.get(mail.id) }, desk)
          : smsOf(draft.short!, number, known)
      return [mail.id, message]
    }),
  )
}

/** The number to which a draft goes by SMS: of a reader without e-mail, who can receive one. */
function numberFor(
  { short, address }: Draft,
  reader: Reader,
  { sms }: WritingDesk,
): string | undefined {
  const hasMail = (address ?? reader.address) !== null
  if (sms === undefined || short === undefined || hasMail || reader.phone === null) return undefined
  return canReceiveSms(reader.phone) ? reader.phone : undefined
}

function smsOf(short: ShortText, number: string, { reader, contact }: Known): Message {
  const locale = languageFor(reader)
  return {
    medium: 'sms',
    to: { name: reader.name, address: number },
    sender: { name: '', mailbox: null },
    ...{ locale, subject: '', html: '', calendars: [] },
    text: writeSms(translateMail(locale), short, contact?.phone ?? null),
  }
}

async function draftMails(
  ctx: Work,
  mails: readonly MailRow[],
  desk: WritingDesk,
): Promise<Drafted[]> {
  const drafts: Drafted[] = []
  for (const [kind, group] of Map.groupBy(mails, ({ kind }) => kind as MailKind)) {
    const composer = desk.composers[kind]
    const many = typeof composer === 'function' ? undefined : await composer.many(ctx, group, desk)
    for (const mail of group) {
      const draft =
        typeof composer === 'function' ? await composer(ctx, mail, desk) : many!.get(mail.id)
      if (draft !== undefined) drafts.push({ mail, draft })
    }
  }
  return drafts
}

interface Known {
  reader: Reader
  contact: ProgrammeContact | undefined
}

function messageOf(
  mail: MailRow,
  draft: Draft,
  { reader, contact, concern, unsubscribe }: Known & FootUrls,
  desk: WritingDesk,
): Message {
  const notes = (t: MailTranslate) => (mail.personId === null ? [] : [contactLine(t, contact)])
  const foot = (t: MailTranslate): Foot => ({
    notes: [...ownText(contact?.texts ?? [], t.locale), ...notes(t)],
    links: [
      ...(concern === undefined ? [] : [{ label: t('frame.concern'), url: concern }]),
      ...(unsubscribe === undefined ? [] : [{ label: t('frame.unsubscribe'), url: unsubscribe }]),
    ],
  })
  const locale = languageFor(reader)
  const t = translateMail(locale)
  const to = { name: reader.name, address: draft.address ?? reader.address }
  const sender = { name: senderName(reader.municipalityName), mailbox: contact?.mailbox ?? null }
  const host = new URL(desk.baseUrl).hostname
  return {
    medium: 'mail',
    to,
    sender,
    locale,
    ...renderMail(locale, { name: reader.name, write: draft.write, foot }),
    calendars: (draft.appointments?.(t) ?? []).map((appointment) =>
      calendarFile(
        {
          ...appointment,
          description: [appointment.description, ...notes(t)].join('\n\n'),
          organizer: { name: sender.name, address: sender.mailbox ?? desk.mailFrom },
          attendee: { name: to.name, address: to.address ?? `person@${host}` },
        },
        host,
      ),
    ),
    ...(unsubscribe === undefined ? {} : { unsubscribe }),
  }
}

/** Neutral, and the same in every language, so that readers know it again. */
function senderName(municipality: string | null): string {
  return municipality === null ? 'Makker' : `Biblioteket, ${municipality}`
}
