import type { Transaction } from 'kysely'
import { openProgramme } from '../../../db/programmes.ts'
import type { DB } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

type Tx = Transaction<DB>

/** The colleagues who read a programme's concerns and whose accounts work. */
export async function listReaders(db: Tx, programmeId: string) {
  return db
    .selectFrom('concernReader')
    .innerJoin('account', 'account.id', 'concernReader.accountId')
    .select(['account.id', 'account.name'])
    .where('concernReader.programmeId', '=', programmeId)
    .where('account.disabledAt', 'is', null)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute()
}

/** Whether the account works, and reads the concerns of some programme. */
export async function isReader(db: Tx, accountId: string): Promise<boolean> {
  const found = await db
    .selectFrom('concernReader')
    .innerJoin('account', 'account.id', 'concernReader.accountId')
    .select('concernReader.programmeId')
    .where('concernReader.accountId', '=', accountId)
    .where('account.disabledAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** A municipality's first open programme. */
export async function findProgrammeOfTown(db: Tx, municipality: string) {
  return openProgramme(db, municipality).select('id').executeTakeFirst()
}

export async function readProgramme(db: Tx, id: string) {
  return db
    .selectFrom('programme')
    .select(['id', 'municipality', 'name'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** Locked, so that two changes of its readers do not mix. */
export async function lockProgramme(db: Tx, id: string) {
  return db
    .selectFrom('programme')
    .select(['id', 'municipality', 'name'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function replaceReaders(
  db: Tx,
  { id: programmeId, municipality }: { id: string; municipality: string },
  accountIds: readonly string[],
  namedAt: Temporal.Instant,
): Promise<void> {
  await db.deleteFrom('concernReader').where('programmeId', '=', programmeId).execute()
  await db
    .insertInto('concernReader')
    .values(accountIds.map((accountId) => ({ municipality, programmeId, accountId, namedAt })))
    .execute()
}

/** The concerns of a programme that are not closed. */
export async function listOpenConcerns(db: Tx, programmeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('concern')
    .select('id')
    .where('programmeId', '=', programmeId)
    .where('state', '<>', 'closed')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
