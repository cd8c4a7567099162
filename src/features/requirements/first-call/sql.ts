import type { Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

/**
 * Everybody who registered and has not been put before the coordinators since. Not those of a
 * spreadsheet, whom the coordinator knows, nor those who only left an address they never confirmed.
 */
export async function listToCall(db: Tx) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.municipality', 'enrolment.id as enrolmentId', 'enrolment.stateSince'])
    .where('enrolment.state', '=', 'registered')
    .where('enrolment.spreadsheetId', 'is', null)
    .where((eb) =>
      eb.or([eb('person.emailUnconfirmedSince', 'is', null), eb('person.phone', 'is not', null)]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('task')
            .select('task.id')
            .whereRef('task.enrolmentId', '=', 'enrolment.id')
            .where('task.kind', '=', 'call_registered')
            .where((task) =>
              task.or([
                task('task.doneAt', 'is', null),
                task('task.createdAt', '>=', task.ref('enrolment.stateSince')),
              ]),
            ),
        ),
      ),
    )
    .orderBy('enrolment.id')
    .execute()
}
