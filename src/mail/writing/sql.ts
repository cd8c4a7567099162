import type { Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { nativeTag } from '../../db/native-tag.ts'
import type { DB } from '../../db/types.ts'
import type { Contact } from './contact.ts'

type Tx = Transaction<DB>

/** Whom mails are for, people and accounts. Who is gone is missing. */
export async function findReaders(db: Tx, recipients: readonly string[]) {
  const people = await db
    .selectFrom('person')
    .innerJoin('municipality', 'municipality.code', 'person.municipality')
    .select([
      'person.id',
      'person.name',
      'person.emailInUse as address',
      'person.phone',
      'person.locale',
    ])
    .select([nativeTag().as('nativeTag'), 'municipality.name as municipalityName'])
    .where('person.id', 'in', recipients)
    .execute()
  const accounts = await db
    .selectFrom('account')
    .leftJoin('municipality', 'municipality.code', 'account.municipality')
    .select(['account.id', 'account.name', 'account.email as address', 'account.locale'])
    .select((eb) => [
      eb.val(null).as('nativeTag'),
      eb.val(null).as('phone'),
      'municipality.name as municipalityName',
    ])
    .where('account.id', 'in', recipients)
    .execute()
  return [...people, ...accounts]
}

/** Whom each municipality's mails say to call, where its replies go, and what its programme adds. */
export async function findContacts(db: Tx, municipalities: readonly string[]) {
  return db
    .selectFrom('programme')
    .distinctOn('municipality')
    .select((eb) => [
      'municipality',
      'contactName',
      'phone',
      eb.ref('phoneHours').$castTo<Contact['phoneHours']>().as('phoneHours'),
      'mailbox',
      jsonArrayFrom(
        eb
          .selectFrom('mailText')
          .select(['kind', 'locale', 'text'])
          .whereRef('programmeId', '=', 'programme.id'),
      ).as('texts'),
    ])
    .where('municipality', 'in', municipalities)
    .orderBy('municipality')
    .orderBy((eb) => eb('state', '<>', 'open'))
    .orderBy('createdAt')
    .execute()
}

/** The kinds of mail that readers have unsubscribed from. */
export async function listUnsubscribed(db: Tx, recipients: readonly string[]) {
  return db
    .selectFrom('unsubscription')
    .select((eb) => [eb.fn.coalesce('personId', 'accountId').as('recipient'), 'kind'])
    .where((eb) => eb.or([eb('personId', 'in', recipients), eb('accountId', 'in', recipients)]))
    .execute()
}
