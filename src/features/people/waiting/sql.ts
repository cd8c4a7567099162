import { sql, type Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** Enrolments that are due to be told that they wait. */
export async function listWaiting(db: Tx, now: Temporal.Instant): Promise<string[]> {
  const rows = await dueToBeTold(db, now).select('enrolment.id').orderBy('enrolment.id').execute()
  return rows.map(({ id }) => id)
}

/** One of them, and how they are reached. */
export async function findWaiting(db: Tx, enrolmentId: string, now: Temporal.Instant) {
  return dueToBeTold(db, now)
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.municipality', 'enrolment.personId'])
    .select(['person.emailInUse as email', 'person.channel'])
    .where('enrolment.id', '=', enrolmentId)
    .executeTakeFirst()
}

/**
 * Ready for 30 days, not told within a month, and not being asked whether they are still interested.
 */
function dueToBeTold(db: Tx, now: Temporal.Instant) {
  const at = sql`${now}::timestamptz`
  return waiting(db)
    .where('enrolment.readySince', '<=', sql<Temporal.Instant>`${at} - interval '30 days'`)
    .where((eb) =>
      eb.or([
        eb('enrolment.waitingToldAt', 'is', null),
        eb('enrolment.waitingToldAt', '<=', sql<Temporal.Instant>`${at} - interval '1 month'`),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('reconfirmation')
            .select('reconfirmation.id')
            .whereRef('reconfirmation.enrolmentId', '=', 'enrolment.id')
            .where('reconfirmation.answer', 'is', null)
            .where('reconfirmation.lapsedAt', 'is', null),
        ),
      ),
    )
}

/** Ready, without an open match or offer. */
function waiting(db: Tx) {
  return db
    .selectFrom('enrolment')
    .where('enrolment.state', '=', 'ready')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('match')
            .select('match.id')
            .where('match.state', '<>', 'closed')
            .where((on) =>
              on(on.ref('enrolment.id'), 'in', [
                on.ref('match.mentorId'),
                on.ref('match.menteeId'),
              ]),
            ),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('proposal')
            .select('proposal.id')
            .where('proposal.state', '=', 'offered')
            .where((on) =>
              on(on.ref('enrolment.id'), 'in', [
                on.ref('proposal.mentorId'),
                on.ref('proposal.menteeId'),
              ]),
            ),
        ),
      ),
    )
}

export async function markTold(db: Tx, enrolmentId: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('enrolment')
    .set({ waitingToldAt: at })
    .where('id', '=', enrolmentId)
    .execute()
}

/** What a mail to somebody who waits says; undefined once they no longer do. */
export async function readWait(db: Tx, enrolmentId: string) {
  return waiting(db)
    .innerJoin('programme', 'programme.id', 'enrolment.programmeId')
    .select(['enrolment.readySince', 'programme.openActivities'])
    .where('enrolment.id', '=', enrolmentId)
    .executeTakeFirst()
}
