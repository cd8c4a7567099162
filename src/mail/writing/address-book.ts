import type { Work } from '../../context.ts'
import type { MailRow } from '../sql.ts'
import { findContacts, findReaders, listUnsubscribed } from './sql.ts'

export type Reader = Awaited<ReturnType<typeof findReaders>>[number]

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
    contactOf: ({ municipality }: MailRow) => contactByCode.get(municipality ?? ''),
    isUnwanted: ({ recipient, kind }: MailRow) => unwanted.has(`${recipient} ${kind}`),
  }
}
