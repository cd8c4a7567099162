import type { Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** Offers that were not answered in time: all, those of a programme, or those of an enrolment. */
export async function listOverdue(
  db: Tx,
  {
    at,
    programmeId,
    enrolmentId,
  }: { at: Temporal.Instant; programmeId?: string; enrolmentId?: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('proposal')
    .select('id')
    .where('state', '=', 'offered')
    .where('expiresAt', '<=', at)
    .$if(programmeId !== undefined, (query) => query.where('programmeId', '=', programmeId!))
    .$if(enrolmentId !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('mentorId', '=', enrolmentId!), eb('menteeId', '=', enrolmentId!)]),
      ),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Locks a programme's drafts, and its offers that were not answered in time: waits for decisions under
 * way, so that a run proposes nobody who is being asked.
 */
export async function lockUndecided(db: Tx, programmeId: string, now: Temporal.Instant) {
  await db
    .selectFrom('proposal')
    .select('id')
    .where('programmeId', '=', programmeId)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'draft'),
        eb.and([eb('state', '=', 'offered'), eb('expiresAt', '<=', now)]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Closes those of the offers that are still open and were not answered in time. */
export async function expireOffers(db: Tx, ids: readonly string[], now: Temporal.Instant) {
  return db
    .updateTable('proposal')
    .set({ state: 'expired' })
    .where('id', 'in', ids)
    .where('state', '=', 'offered')
    .where('expiresAt', '<=', now)
    .returning(['id', 'municipality', 'mentorId', 'menteeId'])
    .execute()
}

/** Locks the mentees of some proposals in the order of their ids. */
export async function lockMentees(db: Tx, proposals: readonly { menteeId: string }[]) {
  if (proposals.length === 0) return
  await db
    .selectFrom('enrolment')
    .select('id')
    .where(
      'id',
      'in',
      proposals.map(({ menteeId }) => menteeId),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Offers made by a moment that somebody has not answered, and of which nobody was reminded. */
export async function listToRemind(
  db: Tx,
  { madeBy, now }: { madeBy: Temporal.Instant; now: Temporal.Instant },
): Promise<string[]> {
  const rows = await db
    .selectFrom('proposal')
    .select('id')
    .where('state', '=', 'offered')
    .where('remindedAt', 'is', null)
    .where('offeredAt', '<=', madeBy)
    .where('expiresAt', '>', now)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Marks an offer as reminded; undefined when it was, or is no longer open. */
export async function markReminded(db: Tx, id: string, now: Temporal.Instant) {
  return db
    .updateTable('proposal')
    .set({ remindedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'offered')
    .where('remindedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning(['id', 'municipality', 'expiresAt'])
    .executeTakeFirst()
}

/** The parties of an offer who have not answered it, and how they are reached. */
export async function listSilent(db: Tx, proposalId: string) {
  return silent(db)
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.id as enrolmentId', 'enrolment.personId'])
    .select(['person.emailInUse as email', 'person.channel'])
    .where('proposal.id', '=', proposalId)
    .orderBy('enrolment.id')
    .execute()
}

/** Those of some enrolments who have not answered an open offer of which they were reminded. */
export async function listStillSilent(db: Tx, enrolmentIds: readonly string[]): Promise<string[]> {
  const rows = await silent(db)
    .select('enrolment.id')
    .where('proposal.state', '=', 'offered')
    .where('proposal.remindedAt', 'is not', null)
    .where('enrolment.id', 'in', enrolmentIds)
    .execute()
  return rows.map(({ id }) => id)
}

function silent(db: Tx) {
  return db
    .selectFrom('proposal')
    .innerJoin('enrolment', (join) =>
      join.on((on) =>
        on.or([
          on.and([
            on('enrolment.id', '=', on.ref('proposal.mentorId')),
            on('proposal.mentorAnswer', 'is', null),
          ]),
          on.and([
            on('enrolment.id', '=', on.ref('proposal.menteeId')),
            on('proposal.menteeAnswer', 'is', null),
          ]),
        ]),
      ),
    )
}
