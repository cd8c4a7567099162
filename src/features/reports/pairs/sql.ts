import { sql, type Transaction } from 'kysely'
import { inScope } from '../../../db/scope/in-scope.ts'
import type { DB } from '../../../db/types.ts'

export interface Scope {
  municipality: string
  /** Records made at or after this moment are left out. */
  before: Temporal.Instant
}

/** A meeting that was held, or at which somebody was missing, as its newest record tells. */
export interface RecordedMeeting {
  id: string
  isHeld: boolean
  startsAt: Temporal.Instant
  /** How long it lasted; as long as was planned, when nobody said. */
  minutes: number
  present: number
  absent: number
  mentorsPresent: number
  /** The pairs of which both were there. */
  matchIds: string[]
}

/** What a pair answered about one month: how often they met, and for how many hours. */
export interface AnsweredMonth {
  matchId: string
  month: Temporal.PlainYearMonth
  meetings: number
  hours: number
}

export async function listRecordedMeetings(
  db: Transaction<DB>,
  { municipality, before }: Scope,
): Promise<RecordedMeeting[]> {
  const { rows } = await sql<RecordedMeeting>`
    with record as (
      select distinct on (meeting_id) id, meeting_id, outcome, minutes
      from meeting_record where ${inScope('meeting_record')}
        and municipality = ${municipality} and recorded_at < ${before}
      order by meeting_id, recorded_at desc, id desc),
    was_there as (
      select record.meeting_id, person_id, attendance
      from record join meeting_attendance on record_id = record.id
      where ${inScope('meeting_attendance')}),
    pair as (
      select meeting_match.meeting_id, match.id, mentor.person_id as mentor, mentee.person_id as mentee
      from meeting_match join match on match.id = meeting_match.match_id
      join enrolment as mentor on mentor.id = match.mentor_id
      join enrolment as mentee on mentee.id = match.mentee_id
      where ${inScope('meeting_match')} and ${inScope('match')}
        and ${inScope('mentor', 'enrolment')} and ${inScope('mentee', 'enrolment')})
    select meeting.id, record.outcome = 'held' as is_held, meeting.starts_at,
      coalesce(record.minutes,
        round(extract(epoch from meeting.ends_at - meeting.starts_at) / 60))::integer as minutes,
      people.present, people.absent, people.mentors_present,
      array(select pair.id from pair
        join was_there as mentor on mentor.meeting_id = record.meeting_id
          and mentor.person_id = pair.mentor and mentor.attendance = 'present'
        join was_there as mentee on mentee.meeting_id = record.meeting_id
          and mentee.person_id = pair.mentee and mentee.attendance = 'present'
        where pair.meeting_id = record.meeting_id order by pair.id) as match_ids
    from record join meeting on meeting.id = record.meeting_id
    cross join lateral (
      select count(*) filter (where attendance = 'present')::integer as present,
        count(*) filter (where attendance in ('absent', 'absent_excused'))::integer as absent,
        count(*) filter (where attendance = 'present' and exists (
          select from pair where pair.meeting_id = record.meeting_id
            and pair.mentor = was_there.person_id))::integer as mentors_present
      from was_there where was_there.meeting_id = record.meeting_id) as people
    where ${inScope('meeting')} and record.outcome in ('held', 'no_show')
    order by meeting.starts_at, meeting.id`.execute(db)
  return rows
}

export async function listAnsweredMonths(
  db: Transaction<DB>,
  { municipality, before }: Scope,
): Promise<AnsweredMonth[]> {
  const { rows } = await sql<{ matchId: string; answer: Record<string, string | number> }>`
    select match_id, answer from question
    where ${inScope('question')} and municipality = ${municipality} and kind = 'month'
      and answered_at < ${before}
    order by match_id, answered_at`.execute(db)
  return rows.map(({ matchId, answer: { month, meetings, hours } }) => ({
    matchId,
    month: Temporal.PlainYearMonth.from(String(month)),
    meetings: Number(meetings),
    hours: Number(hours),
  }))
}
