import { type Insertable, type Selectable, sql, type Transaction } from 'kysely'
import { inScope } from '../../../db/scope/in-scope.ts'
import type { Attendance, DB, MeetingRecord } from '../../../db/types.ts'
import type { PairPresence } from './outcome.ts'

type Tx = Transaction<DB>

export async function markAttendance(
  db: Tx,
  meetingId: string,
  personId: string,
  attendance: Attendance,
) {
  await db
    .updateTable('participant')
    .set({ attendance })
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .execute()
}

/** The pairs of a meeting and who was there, also of somebody who has been erased since. */
export async function listPairs(db: Tx, meetingId: string): Promise<PairPresence[]> {
  await sql`select set_config('app.nameless', 'on', true)`.execute(db)
  const { rows } = await sql<PairPresence>`
    select match.id as match_id, mentor_there.attendance as mentor, mentee_there.attendance as mentee
    from meeting_match
    join match on match.id = meeting_match.match_id
    join enrolment mentor on mentor.id = match.mentor_id
    join enrolment mentee on mentee.id = match.mentee_id
    left join participant mentor_there on mentor_there.meeting_id = meeting_match.meeting_id
      and mentor_there.person_id = mentor.person_id and ${inScope('mentor_there')}
    left join participant mentee_there on mentee_there.meeting_id = meeting_match.meeting_id
      and mentee_there.person_id = mentee.person_id and ${inScope('mentee_there')}
    where ${inScope('meeting_match')} and ${inScope('match')} and ${inScope('mentor')}
      and ${inScope('mentee')} and meeting_match.meeting_id = ${meetingId}
    order by match.id`.execute(db)
  await sql`select set_config('app.nameless', '', true)`.execute(db)
  return rows
}

/** Inserts a record with the attendance that the participants have now. */
export async function insertRecord(db: Tx, record: Insertable<MeetingRecord>) {
  const { id } = await db
    .insertInto('meetingRecord')
    .values(record)
    .returning('id')
    .executeTakeFirstOrThrow()
  const { municipality, meetingId } = record
  const there = await db
    .selectFrom('participant')
    .select(['personId', 'attendance'])
    .where('meetingId', '=', meetingId)
    .where('attendance', '<>', 'unknown')
    .execute()
  if (there.length === 0) return
  await db
    .insertInto('meetingAttendance')
    .values(there.map((one) => ({ municipality, recordId: id, ...one })))
    .execute()
}

export async function markRecorded(
  db: Tx,
  id: string,
  record: Pick<Selectable<MeetingRecord>, 'outcome' | 'minutes' | 'recordedAt' | 'recordedBy'>,
) {
  const { outcome: state, minutes: actualMinutes, recordedAt, recordedBy } = record
  await db
    .updateTable('meeting')
    .set((eb) => ({ state, actualMinutes, recordedAt, recordedBy, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** What was recorded of a meeting, the newest first. */
export async function listRecords(db: Tx, meetingId: string) {
  return db
    .selectFrom('meetingRecord')
    .select(['id', 'outcome', 'minutes', 'recordedAt', 'recordedBy'])
    .where('meetingId', '=', meetingId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
export type RecordRow = Awaited<ReturnType<typeof listRecords>>[number]

/** The names of colleagues by which they are known in records: `staff:<id>`. */
export async function listColleagues(
  db: Tx,
  actors: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = actors.flatMap((actor) => /^staff:(.+)$/.exec(actor ?? '')?.[1] ?? [])
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [`staff:${id}`, name]))
}
