import type { Work } from '../../context.ts'
import { languageFor } from '../../locales/locale.ts'
import { translateMail } from '../../locales/translate.ts'
import { calendarFile } from '../calendar-file.ts'
import { renderMail } from './layout.ts'
import type { Composer, MailKind, Message } from '../message.ts'
import type { MailRow } from '../sql.ts'
import { findReader } from './sql.ts'

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
  const locale = languageFor(reader)
  const to = { name: reader.name, address: draft.address ?? reader.address }
  const host = new URL(desk.baseUrl).hostname
  const appointments = draft.appointments?.(translateMail(locale)) ?? []
  return {
    to,
    locale,
    ...renderMail(locale, reader.name, draft.write),
    calendars: appointments.map((appointment) =>
      calendarFile(
        {
          ...appointment,
          organizer: { name: reader.municipalityName ?? 'Makker', address: desk.mailFrom },
          attendee: { name: to.name, address: to.address ?? `person@${host}` },
        },
        host,
      ),
    ),
  }
}
