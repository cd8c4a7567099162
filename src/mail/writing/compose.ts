import type { Work } from '../../context.ts'
import { languageFor } from '../../locales/locale.ts'
import { type MailTranslate, translateMail } from '../../locales/translate.ts'
import { calendarFile } from '../calendar-file.ts'
import { renderMail } from './layout.ts'
import type { Composer, MailKind, Message } from '../message.ts'
import type { MailRow } from '../sql.ts'
import { contactLine } from './contact.ts'
import { findContact, findReader } from './sql.ts'

export interface WritingDesk {
  composers: Readonly<Record<MailKind, Composer>>
  baseUrl: string
  mailFrom: string
}

/**
 * Writes a mail to its reader, in their language and in Danish, from what is true now. `undefined`
 * when it is no longer needed.
 */
export async function composeMail(
  ctx: Work,
  mail: MailRow,
  desk: WritingDesk,
): Promise<Message | undefined> {
  const reader = await findReader(ctx.db, mail)
  if (reader === undefined) return undefined
  const draft = await desk.composers[mail.kind as MailKind](ctx, mail, desk)
  if (draft === undefined) return undefined
  const contact =
    mail.municipality === null ? undefined : await findContact(ctx.db, mail.municipality)
  const isForStaff = mail.personId === null
  const below = (t: MailTranslate) => (isForStaff ? [] : [contactLine(t, contact)])
  const locale = languageFor(reader)
  const to = { name: reader.name, address: draft.address ?? reader.address }
  const sender = { name: senderName(reader.municipalityName), mailbox: contact?.mailbox ?? null }
  const host = new URL(desk.baseUrl).hostname
  const t = translateMail(locale)
  return {
    to,
    sender,
    locale,
    ...renderMail(locale, { name: reader.name, write: draft.write, below }),
    calendars: (draft.appointments?.(t) ?? []).map((appointment) =>
      calendarFile(
        {
          ...appointment,
          description: [appointment.description, ...below(t)].join('\n\n'),
          organizer: { name: sender.name, address: sender.mailbox ?? desk.mailFrom },
          attendee: { name: to.name, address: to.address ?? `person@${host}` },
        },
        host,
      ),
    ),
  }
}

/** Neutral, and the same in every language, so that readers know it again. */
function senderName(municipality: string | null): string {
  return municipality === null ? 'Makker' : `Biblioteket, ${municipality}`
}
