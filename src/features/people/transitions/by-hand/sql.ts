import type { Transaction } from 'kysely'
import type { DB } from '../../../../db/types.ts'

type Tx = Transaction<DB>

export async function readNames(db: Tx, ids: readonly string[]) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.id', 'person.name'])
    .where('enrolment.id', 'in', ids)
    .execute()
}
