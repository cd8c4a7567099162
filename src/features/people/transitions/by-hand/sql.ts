import type { Transaction } from 'kysely'
import type { DB } from '../../../../db/types.ts'
import { Problem } from '../../../../problems.ts'

type Tx = Transaction<DB>

export async function readEnrolment(db: Tx, id: string) {
  return db
    .selectFrom('enrolment')
    .select(['id', 'personId', 'role', 'state'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function readNames(db: Tx, ids: readonly string[]) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.id', 'person.name'])
    .where('enrolment.id', 'in', ids)
    .execute()
}
