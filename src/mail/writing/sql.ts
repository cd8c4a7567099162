import type { Transaction } from 'kysely'
import { nativeTag } from '../../db/native-tag.ts'
import type { DB } from '../../db/types.ts'
import type { MailRow } from '../sql.ts'

type Tx = Transaction<DB>

/** Whom a mail is for, and in whose name it goes. Undefined once they are gone. */
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
