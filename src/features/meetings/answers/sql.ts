import type { Transaction, Updateable } from 'kysely'
import type { DB, Participant } from '../../../db/types.ts'
import { partsOfParticipant } from '../sql.ts'

type Tx = Transaction<DB>

/** A participant with their part in the meeting's pairs. */
function participants(db: Tx) {
  return db
    .selectFrom('participant')
    .innerJoin('meeting', 'meeting.id', 'participant.meetingId')
    .selectAll('participant')
    .select(['meeting.state', 'meeting.startsAt', partOf().as('enrolmentId')])
}

function partOf() {
  return partsOfParticipant().select('enrolment.id').orderBy('enrolment.id').limit(1)
}

export async function findParticipant(db: Tx, meetingId: string, personId: string) {
  return participants(db)
    .where('participant.meetingId', '=', meetingId)
    .where('participant.personId', '=', personId)
    .executeTakeFirst()
}
export type ParticipantRow = NonNullable<Awaited<ReturnType<typeof findParticipant>>>

export async function findParticipantById(db: Tx, id: string) {
  return participants(db).where('participant.id', '=', id).executeTakeFirst()
}

/** When the last mail about a meeting left for a person. */
export async function findMailedAt(
  db: Tx,
  meetingId: string,
  personId: string,
): Promise<Temporal.Instant | undefined> {
  const { at } = await db
    .selectFrom('mail')
    .select((eb) => eb.fn.max('handledAt').as('at'))
    .where('subjectId', '=', meetingId)
    .where('personId', '=', personId)
    .where('state', 'in', ['sent', 'kept', 'unknown'])
    .executeTakeFirstOrThrow()
  return at ?? undefined
}

export async function markAnswered(
  db: Tx,
  meetingId: string,
  personId: string,
  answered: Updateable<Participant>,
) {
  await db
    .updateTable('participant')
    .set(answered)
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .execute()
}

export async function findPhone(db: Tx, programmeId: string): Promise<string | null> {
  const { phone } = await db
    .selectFrom('programme')
    .select('phone')
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow()
  return phone
}
