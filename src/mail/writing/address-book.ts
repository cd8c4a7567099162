import type { Work } from '../../context.ts'
import type { MailRow } from '../sql.ts'
import { findContacts, findReaders, listUnsubscribed } from './sql.ts'

export type Reader = Awaited<ReturnType<typeof findReaders>>[number]
/** Whom a mail says to call, where its replies go, and the paragraphs that a programme adds to its kind. */
export type ProgrammeContact = Awaited<ReturnType<typeof findContacts>>[number]

/** What every mail needs besides what it is about, for several mails at once. */
export async function openAddressBook(ctx: Work, mails: readonly MailRow[]) {
  const recipients = mails.map(({ recipient }) => recipient)
  const municipalities = mails.flatMap(({ municipality }) => municipality ?? [])
  const readers = await findReaders(ctx.db, recipients)
  const contacts = municipalities.length === 0 ? [] : await findContacts(ctx.db, municipalities)
  const unsubscribed = await listUnsubscribed(ctx.db, recipients)
  const readerById = new Map(readers.map((reader) => [reader.id, reader]))
  const contactByCode = new Map(contacts.map((contact) => [contact.municipality, contact]))
  const unwanted = new Set(unsubscribed.map(({ recipient, kind }) => `${recipient} ${kind}`))
  return {
    readerOf: ({ recipient }: MailRow) => readerById.get(recipient),
    contactOf({ municipality, kind }: MailRow): ProgrammeContact | undefined {
      const contact = contactByCode.get(municipality ?? '')
      return contact && { ...contact, texts: contact.texts.filter((text) => text.kind === kind) }
    },
    isUnwanted: ({ recipient, kind }: MailRow) => unwanted.has(`${recipient} ${kind}`),
  }
}
