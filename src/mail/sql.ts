import {
  type ExpressionBuilder,
  type Insertable,
  type Selectable,
  sql,
  type Transaction,
} from 'kysely'
import { inScope } from '../db/scope/in-scope.ts'
import type { DB, Mail, MailMedium, MailState } from '../db/types.ts'
import { type Message, smsKinds } from './message.ts'

type Tx = Transaction<DB>
export type MailRow = Selectable<Mail>

/** What a mail becomes after it was tried. */
export type Settled = Pick<
  MailRow,
  'id' | 'state' | 'failure' | 'failures' | 'dueAt' | 'leftAt' | 'unknownAt'
>

export async function insertMail(db: Tx, mail: Insertable<Mail>): Promise<void> {
  await db.insertInto('mail').values(mail).execute()
}

/**
 * Locks mails that are due, or a mail could be cancelled and sent; what another transaction has locked
 * is due again in a moment. A mail waits for those to the same reader that were due before it, until
 * they are settled; an urgent one waits for none.
 */
export async function lockDue(
  db: Tx,
  now: Temporal.Instant,
  lane: Lane,
  { most, only }: { most: number; only?: string | undefined },
): Promise<MailRow[]> {
  return db
    .selectFrom('mail')
    .selectAll('mail')
    .where('mail.state', '=', 'pending')
    .where('mail.dueAt', '<=', now)
    .where((eb) => isInLane(eb, lane))
    .$if(only !== undefined, (query) => query.where('mail.id', '=', only!))
    .where(({ eb, or, not, exists, selectFrom }) => {
      const earlier = selectFrom('mail as earlier')
        .select('earlier.id')
        .whereRef('earlier.recipient', '=', 'mail.recipient')
        .where('earlier.state', 'in', ['pending', 'sending'])
        .where(({ eb, refTuple }) =>
          eb(refTuple('earlier.since', 'earlier.id'), '<', refTuple('mail.since', 'mail.id')),
        )
      return or([eb('mail.urgent', '=', true), not(exists(earlier))])
    })
    .orderBy('mail.urgent', 'desc')
    .orderBy('mail.dueAt')
    .orderBy('mail.id')
    .limit(most)
    .forUpdate('mail')
    .skipLocked()
    .execute()
}

/** Those that one duty sends; all, where nothing goes by SMS. */
export type Lane = MailMedium | undefined

/** What may go by SMS: to people who have a telephone, and no e-mail. */
function isInLane(eb: ExpressionBuilder<DB, 'mail'>, lane: Lane) {
  const bySms = eb.and([
    eb('mail.kind', 'in', smsKinds),
    eb.exists(
      eb
        .selectFrom('person')
        .select('person.id')
        .whereRef('person.id', '=', 'mail.personId')
        .where('person.emailInUse', 'is', null)
        .where('person.phone', 'is not', null),
    ),
  ])
  if (lane === undefined) return eb.lit(true)
  return lane === 'sms' ? bySms : eb.not(bySms)
}

/** From here on a mail cannot be taken back. */
export async function markSending(
  db: Tx,
  ids: readonly string[],
  medium: MailMedium,
  at: Temporal.Instant,
) {
  if (ids.length === 0) return
  await db
    .updateTable('mail')
    .set((eb) => ({ state: 'sending', medium, handledAt: at, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', ids)
    .execute()
}

/** Marks a mail that is not sent: it is kept to be read, or has nothing to say any more. */
export async function markUnsent(
  db: Tx,
  id: string,
  unsent: { state: MailState; content?: Message },
  at: Temporal.Instant,
): Promise<void> {
  const { state, content } = unsent
  const kept =
    content === undefined
      ? { content: null }
      : { content: JSON.stringify(content), medium: content.medium }
  await db
    .updateTable('mail')
    .set({ state, handledAt: at, ...kept })
    .where('id', '=', id)
    .execute()
}

/** Writes down what became of mails that were tried; not of those another has settled since. */
export async function settleMails(
  db: Tx,
  settled: readonly Settled[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    update mail set state = ended.state, failure = ended.failure, failures = ended.failures,
      due_at = ended."dueAt", left_at = ended."leftAt", unknown_at = ended."unknownAt",
      handled_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(settled)}) as ended(
      id uuid, state mail_state, failure text, failures integer,
      "dueAt" timestamptz, "leftAt" timestamptz, "unknownAt" timestamptz)
    where ${inScope('mail')} and mail.id = ended.id and mail.state in ('pending', 'sending')`.execute(
    db,
  )
}

/** They were not begun: as if they had never been taken up. */
export async function returnMails(db: Tx, ids: readonly string[]): Promise<void> {
  await db
    .updateTable('mail')
    .set((eb) => ({ state: 'pending', attempts: eb('attempts', '-', 1) }))
    .where('id', 'in', ids)
    .where('state', '=', 'sending')
    .execute()
}

export async function lockSending(db: Tx, lane: Lane): Promise<MailRow[]> {
  return db
    .selectFrom('mail')
    .selectAll()
    .where('state', '=', 'sending')
    .$if(lane !== undefined, (query) => query.where('medium', '=', lane!))
    .forUpdate()
    .execute()
}

/** Mails that have waited since before that time, due again or not. */
export async function lockWaitingSince(
  db: Tx,
  before: Temporal.Instant,
  lane: Lane,
  most: number,
): Promise<MailRow[]> {
  return db
    .selectFrom('mail')
    .selectAll()
    .where('state', '=', 'pending')
    .where('since', '<=', before)
    .where((eb) => isInLane(eb, lane))
    .orderBy('since')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function cancelPending(
  db: Tx,
  subjectIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('mail')
    .set((eb) => ({ state: stateUnsent(eb), handledAt: at }))
    .where('subjectId', 'in', subjectIds)
    .where('state', '=', 'pending')
    .execute()
}

/** What may have arrived is not called cancelled: its reader is told that it is off. */
function stateUnsent(eb: ExpressionBuilder<DB, 'mail'>) {
  return eb
    .case()
    .when('leftAt', 'is', null)
    .then(sql<MailState>`'cancelled'::mail_state`)
    .else(sql<MailState>`'unknown'::mail_state`)
    .end()
}

/** Cancels the unsent mails of some kinds to one reader about one subject. */
export async function cancelReplaced(
  db: Tx,
  about: Pick<MailRow, 'personId' | 'accountId' | 'subjectId'>,
  kinds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('mail')
    .set((eb) => ({ state: stateUnsent(eb), handledAt: at }))
    .where('personId', 'is not distinct from', about.personId)
    .where('accountId', 'is not distinct from', about.accountId)
    .where('subjectId', 'is not distinct from', about.subjectId)
    .where('kind', 'in', kinds)
    .where('state', '=', 'pending')
    .execute()
}

export async function listWaiting(db: Tx, subjectId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('mail')
    .select('personId')
    .where('subjectId', '=', subjectId)
    .where('state', '=', 'pending')
    .where('leftAt', 'is', null)
    .execute()
  return rows.flatMap(({ personId }) => personId ?? [])
}

/** Locks one mail, so that it is sent again by one colleague only. */
export async function lockMail(db: Tx, id: string) {
  return db
    .selectFrom('mail')
    .select(['id', 'municipality', 'kind', 'personId', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** As if it were due for the first time; that it may have arrived before is kept. */
export async function markDueAgain(db: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('mail')
    .set({
      ...{ state: 'pending', since: at, dueAt: at },
      ...{ failures: 0, failure: null, unknownAt: null },
    })
    .where('id', '=', id)
    .execute()
}

/** Empties mails about the proposals, matches, meetings and questions that a person is part of. */
export async function emptyMailsAbout(db: Tx, personId: string): Promise<void> {
  await sql`
    with own as (
      select id from enrolment where ${inScope('enrolment')} and person_id = ${personId}::uuid),
    own_match as (
      select match.id from match where ${inScope('match')}
        and (mentor_id in (select id from own) or mentee_id in (select id from own)))
    update mail set content = null
    where ${inScope('mail')} and content is not null and subject_id in (
      select proposal.id from proposal where ${inScope('proposal')}
        and (mentor_id in (select id from own) or mentee_id in (select id from own))
      union all select id from own_match
      union all select question.id from question where ${inScope('question')}
        and question.match_id in (select id from own_match)
      union all select meeting_id from participant where ${inScope('participant')}
        and participant.person_id = ${personId}::uuid)`.execute(db)
}
