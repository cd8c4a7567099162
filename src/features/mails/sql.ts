import type { Transaction } from 'kysely'
import type { DB } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import type { ListMails } from './schema.ts'

type Tx = Transaction<DB>

/** Mails with whom they are for and what they are about. A coordinator's do not go to colleagues. */
function mails(db: Tx, municipality: string | undefined) {
  return db
    .selectFrom('mail')
    .leftJoin('person', 'person.id', 'mail.personId')
    .leftJoin('account', 'account.id', 'mail.accountId')
    .leftJoin('question', 'question.id', 'mail.subjectId')
    .leftJoin('meeting', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('meeting.id', '=', fn.coalesce(ref('question.meetingId'), ref('mail.subjectId'))),
      ),
    )
    .leftJoin('match', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('match.id', '=', fn.coalesce(ref('question.matchId'), ref('mail.subjectId'))),
      ),
    )
    .leftJoin('proposal', 'proposal.id', 'mail.subjectId')
    .leftJoin('interview', 'interview.id', 'mail.subjectId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('enrolment')
          .select('enrolment.id')
          .whereRef('enrolment.personId', '=', 'mail.personId')
          .orderBy((eb) => eb('enrolment.state', 'in', ['left', 'rejected']))
          .orderBy('enrolment.createdAt', 'desc')
          .limit(1)
          .as('part'),
      (join) => join.onTrue(),
    )
    .select([
      'mail.id',
      'mail.municipality',
      'mail.kind',
      'mail.medium',
      'mail.state',
      'mail.personId',
      'mail.attempts',
      'mail.createdAt',
      'mail.dueAt',
      'mail.handledAt',
      'mail.failure',
      'part.id as enrolmentId',
      'meeting.id as meetingId',
      'meeting.startsAt as meetingStartsAt',
      'match.id as matchId',
      'proposal.id as proposalId',
      'interview.id as interviewId',
      'interview.startsAt as interviewStartsAt',
    ])
    .select(({ fn, eb }) => [
      fn.coalesce('person.name', 'account.name').$notNull().as('name'),
      eb('mail.content', 'is not', null).$notNull().as('hasText'),
    ])
    .$if(municipality !== undefined, (query) =>
      query.where('mail.municipality', '=', municipality!).where('mail.personId', 'is not', null),
    )
}

/** The newest mails of a filter, one more than the limit when there are more. */
export async function listMails(
  db: Tx,
  municipality: string | undefined,
  { state, kind, person, limit, cursor }: ListMails,
) {
  return mails(db, municipality)
    .$if(state !== undefined, (query) => query.where('mail.state', '=', state!))
    .$if(state === undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('mail.state', '<>', 'cancelled'), eb('mail.content', 'is not', null)]),
      ),
    )
    .$if(kind !== undefined, (query) => query.where('mail.kind', '=', kind!))
    .$if(person !== undefined, (query) => query.where('mail.personId', '=', person!))
    .$if(cursor?.at !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('mail.createdAt', 'mail.id'), '<', tuple(cursor!.at!, cursor!.id)),
      ),
    )
    .orderBy('mail.createdAt', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(limit + 1)
    .execute()
}
export type ListedMail = Awaited<ReturnType<typeof listMails>>[number]

export async function readMail(db: Tx, id: string, municipality: string | undefined) {
  return mails(db, municipality)
    .select('mail.content')
    .where('mail.id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}
export type ShownMail = Awaited<ReturnType<typeof readMail>>
