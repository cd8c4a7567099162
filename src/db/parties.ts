import {
  type AliasedSelectQueryBuilder,
  type ExpressionBuilder,
  expressionBuilder,
  type Transaction,
} from 'kysely'
import type { DB } from './types.ts'

type Tx = Transaction<DB>

/** An enrolment with its person's name, to be joined to a match or proposal as `mentor` or `mentee`. */
export function party<Alias extends 'mentor' | 'mentee'>(alias: Alias) {
  return expressionBuilder<DB>()
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select([
      'enrolment.id',
      'enrolment.personId',
      'enrolment.state',
      'enrolment.readySince',
      'enrolment.pausedUntil',
      'person.name',
    ])
    .as(alias)
}

/** The columns of both parties, where both are joined. */
export const bothParties = [
  'mentor.personId as mentorPersonId',
  'mentor.name as mentorName',
  'mentee.personId as menteePersonId',
  'mentee.name as menteeName',
] as const

/** Whether a person was one party of a match or proposal, and has not been erased. */
export async function isPartyOf(
  db: Tx,
  pair: AliasedSelectQueryBuilder<{ mentorId: string; menteeId: string }, 'pair'>,
  personId: string,
): Promise<boolean> {
  const party = await db
    .selectFrom(pair)
    .innerJoin('enrolment', (join) =>
      join.on((on) =>
        on.or([
          on('enrolment.id', '=', on.ref('pair.mentorId')),
          on('enrolment.id', '=', on.ref('pair.menteeId')),
        ]),
      ),
    )
    .select('enrolment.id')
    .where('enrolment.personId', '=', personId)
    .executeTakeFirst()
  return party !== undefined
}

/** Whether both of a match were at a meeting. */
export function wereBothThere(eb: ExpressionBuilder<DB, 'match' | 'meeting'>) {
  const wasThere = (role: 'mentorId' | 'menteeId') =>
    eb.exists(
      eb
        .selectFrom('participant')
        .innerJoin('enrolment', 'enrolment.personId', 'participant.personId')
        .select('participant.personId')
        .whereRef('participant.meetingId', '=', 'meeting.id')
        .whereRef('enrolment.id', '=', `match.${role}`)
        .where('participant.attendance', '=', 'present'),
    )
  return eb.and([wasThere('mentorId'), wasThere('menteeId')])
}

/** The people of some enrolments, in the order of the enrolments' ids. */
export async function listPersonIds(db: Tx, enrolmentIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select('personId')
    .where('id', 'in', enrolmentIds)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.personId)
}
