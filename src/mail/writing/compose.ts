import type { Work } from '../../context.ts'
import { languageFor } from '../../locales/locale.ts'
import { type MailTranslate, translateMail } from '../../locales/translate.ts'
import { calendarFile } from '../calendar-file.ts'
import { type Composer, isOptionalKind, type MailKind, type Message } from '../message.ts'
import type { MailRow } from '../sql.ts'
import { contactLine } from './contact.ts'
import { type Foot, renderMail } from './layout.ts'
import { findContact, findReader, isUnsubscribed } from './sql.ts'

export interface WritingDesk {
  composers: Readonly<Record<MailKind, Composer>>
  baseUrl: string
  mailFrom: string
  /** Opens a personal link for the foot of a mail, and returns its token. */
  openLink(
    ctx: Work,
    link: {
      purpose: 'unsubscribe' | 'concern'
      municipality: string
      personId?: string
      accountId?: string
      mailKind?: string
      lasts: Temporal.Duration
    },
  ): Promise<string>
}

/** Old mails are found again: a link to unsubscribe works for a year. */
const unsubscribeLasts = Temporal.Duration.from({ hours: 365 * 24 })
const concernLasts = Temporal.Duration.from({ hours: 90 * 24 })

/**
 * Writes a mail to its reader, in their language and in Danish, from what is true now. `undefined`
 * when it is no longer needed or wanted.
 */
export async function composeMail(
  ctx: Work,
  mail: MailRow,
  desk: WritingDesk,
): Promise<Message | undefined> {
  const reader = await findReader(ctx.db, mail)
  if (reader === undefined) return undefined
  if (isOptionalKind(mail.kind) && (await isUnsubscribed(ctx.db, mail))) return undefined
  const draft = await desk.composers[mail.kind as MailKind](ctx, mail, desk)
  if (draft === undefined) return undefined
  const contact =
    mail.municipality === null ? undefined : await findContact(ctx.db, mail.municipality)
  const unsubscribe = await openUnsubscribeLink(ctx, mail, desk)
  const notes = (t: MailTranslate) => (mail.personId === null ? [] : [contactLine(t, contact)])
  const concern = draft.address === undefined ? await openConcernLink(ctx, mail, desk) : undefined
  const foot = (t: MailTranslate): Foot => ({
    notes: notes(t),
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

async function openUnsubscribeLink(
  ctx: Work,
  mail: MailRow,
  desk: WritingDesk,
): Promise<string | undefined> {
  const { kind, municipality, personId, accountId } = mail
  if (!isOptionalKind(kind) || municipality === null) return undefined
  const token = await desk.openLink(ctx, {
    purpose: 'unsubscribe',
    municipality,
    ...(personId === null ? { accountId: accountId! } : { personId }),
    mailKind: kind,
    lasts: unsubscribeLasts,
  })
  return `${desk.baseUrl}/unsubscribe/${token}`
}

/**
 * Where a person reports that something is wrong. Not in a mail to an address that nobody has
 * confirmed: the page behind the link knows their pairs.
 */
async function openConcernLink(
  ctx: Work,
  { municipality, personId }: MailRow,
  desk: WritingDesk,
): Promise<string | undefined> {
  if (municipality === null || personId === null) return undefined
  const about = { purpose: 'concern', municipality, personId, lasts: concernLasts } as const
  return `${desk.baseUrl}/concern/${await desk.openLink(ctx, about)}`
}

/** Neutral, and the same in every language, so that readers know it again. */
function senderName(municipality: string | null): string {
  return municipality === null ? 'Makker' : `Biblioteket, ${municipality}`
}
