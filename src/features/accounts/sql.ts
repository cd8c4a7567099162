import type { Insertable, Selectable, Transaction } from 'kysely'
import type { DB, LinkPurpose, MailedLink } from '../../db/types.ts'

type Tx = Transaction<DB>

export async function insertLink(db: Tx, link: Insertable<MailedLink>): Promise<void> {
  await db.insertInto('mailedLink').values(link).execute()
}

export async function findLink(
  db: Tx,
  hash: string,
  purpose: LinkPurpose,
): Promise<Selectable<MailedLink> | undefined> {
  return db
    .selectFrom('mailedLink')
    .selectAll()
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
}
