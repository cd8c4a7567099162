import { type Insertable, sql, type Transaction } from 'kysely'
import { listFirst } from '../../db/list-first.ts'
import { party } from '../../db/parties.ts'
import type { Concern, ConcernState, ConcernStep, DB } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

/** Without a returned id: who reports a concern may not read it. */
export async function insertConcern(db: Tx, concern: Insertable<Concern>): Promise<void> {
  await db.insertInto('concern').values(concern).execute()
}

export async function insertStep(db: Tx, step: Insertable<ConcernStep>): Promise<void> {
  await db.insertInto('concernStep').values(step).execute()
}

/** Locked, so that two readers do not both close it. */
export async function lockConcern(db: Tx, id: string) {
  return db
    .selectFrom('concern')
    .select(['id', 'municipality', 'programmeId', 'matchId', 'state', 'haltedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function markState(
  db: Tx,
  id: string,
  { state, closedAt }: { state: ConcernState; closedAt: Temporal.Instant | null },
): Promise<void> {
  await db.updateTable('concern').set({ state, closedAt }).where('id', '=', id).execute()
}

export async function markHalted(db: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('concern')
    .set((eb) => ({
      haltedAt: at,
      state: eb
        .case()
        .when('state', '=', 'new')
        .then(eb.cast<ConcernState>(eb.val('followed_up'), sql`concern_state`))
        .else(eb.ref('state'))
        .end(),
    }))
    .where('id', '=', id)
    .execute()
}

/** The concerns that the colleague reads, with whom each is about: the open ones first. */
export async function listConcerns(db: Tx) {
  return listFirst(
    concerns(db)
      .orderBy('concern.closedAt', (order) => order.desc().nullsFirst())
      .orderBy('concern.reportedAt', 'desc')
      .orderBy('concern.id'),
  )
}

export async function readConcernRow(db: Tx, id: string) {
  return concerns(db)
    .where('concern.id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export type ConcernRow = Awaited<ReturnType<typeof readConcernRow>>

function concerns(db: Tx) {
  return db
    .selectFrom('concern')
    .leftJoin('match', 'match.id', 'concern.matchId')
    .leftJoin(party('mentor'), 'mentor.id', 'match.mentorId')
    .leftJoin(party('mentee'), 'mentee.id', 'match.menteeId')
    .leftJoin('meeting', 'meeting.id', 'concern.meetingId')
    .leftJoin('enrolment', 'enrolment.id', 'concern.enrolmentId')
    .leftJoin('person', 'person.id', 'enrolment.personId')
    .leftJoin('person as reporter', 'reporter.id', 'concern.reporterPersonId')
    .leftJoin('account', 'account.id', 'concern.reporterAccountId')
    .selectAll('concern')
    .select([
      'mentor.personId as mentorPersonId',
      'mentor.name as mentorName',
      'mentee.personId as menteePersonId',
      'mentee.name as menteeName',
      'meeting.startsAt as meetingStartsAt',
      'person.id as personId',
      'person.name as personName',
      'reporter.name as reporterName',
      'account.name as colleagueName',
    ])
}

export async function listSteps(db: Tx, concernId: string) {
  return db
    .selectFrom('concernStep')
    .leftJoin('account', 'account.id', 'concernStep.accountId')
    .selectAll('concernStep')
    .select('account.name as colleagueName')
    .where('concernId', '=', concernId)
    .orderBy('concernStep.happenedOn')
    .orderBy('concernStep.id')
    .execute()
}

/** The texts that a person wrote themselves. */
export async function listOwnRows(db: Tx, personId: string) {
  return db
    .selectFrom('concern')
    .select(['id', 'text', 'reportedAt'])
    .where('reporterPersonId', '=', personId)
    .orderBy('id')
    .execute()
}

export async function listSealedTexts(db: Tx) {
  const concerns = await db.selectFrom('concern').select(['id', 'text']).orderBy('id').execute()
  const steps = await db.selectFrom('concernStep').select(['id', 'text']).orderBy('id').execute()
  return { concerns, steps }
}

export async function markSealed(
  db: Tx,
  table: 'concern' | 'concernStep',
  id: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await db
    .updateTable(table)
    .set({ text: to })
    .where('id', '=', id)
    .where('text', '=', from)
    .execute()
}
