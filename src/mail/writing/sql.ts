import type { Transaction } from 'kysely'
import { nativeTag } from '../../db/native-tag.ts'
import type { DB } from '../../db/types.ts'
import type { MailRow } from '../sql.ts'
import type { Contact } from './contact.ts'

type Tx = Transaction<DB>

/** Whom a mail is for. Undefined once they are gone. */
export async function findReader(db: Tx, mail: Pick<MailRow, 'personId' | 'accountId'>) {
  if (mail.personId === null)
    return db
      .selectFrom('account')
      .leftJoin('municipality', 'municipality.code', 'account.municipality')
      .select(['account.name', 'account.email as address', 'account.locale'])
      .select((eb) => [eb.val(null).as('nativeTag'), 'municipality.name as municipalityName'])
      .where('account.id', '=', mail.accountId)
      .executeTakeFirst()
  return db
    .selectFrom('person')
    .innerJoin('municipality', 'municipality.code', 'person.municipality')
    .select(['person.name', 'person.emailInUse as address', 'person.locale'])
    .select([nativeTag().as('nativeTag'), 'municipality.name as municipalityName'])
    .where('person.id', '=', mail.personId)
    .executeTakeFirst()
}

/** Whom a municipality's mails say to call, and where its replies go. */
export async function findContact(
  db: Tx,
  municipality: string,
): Promise<(Contact & { mailbox: string | null }) | undefined> {
  return db
    .selectFrom('programme')
    .select((eb) => [
      'contactName',
      'phone',
      eb.ref('phoneHours').$castTo<Contact['phoneHours']>().as('phoneHours'),
      'mailbox',
    ])
    .where('municipality', '=', municipality)
    .orderBy((eb) => eb('state', '<>', 'open'))
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
}

/** Whether the reader has unsubscribed from mails of the kind. */
export async function isUnsubscribed(
  db: Tx,
  mail: Pick<MailRow, 'personId' | 'accountId' | 'kind'>,
): Promise<boolean> {
  const found = await db
    .selectFrom('unsubscription')
    .select('kind')
    .where('kind', '=', mail.kind)
    .where((eb) =>
      mail.personId === null
        ? eb('accountId', '=', mail.accountId)
        : eb('personId', '=', mail.personId),
    )
    .executeTakeFirst()
  return found !== undefined
}
