import { sql, type Transaction } from 'kysely'
import { inScope } from '../../../db/scope/in-scope.ts'
import type {
  DB,
  EnrolmentRole,
  MatchState,
  MeetingState,
  QuestionKind,
} from '../../../db/types.ts'

type Tx = Transaction<DB>

export interface AskedQuestion {
  id: string
  kind: QuestionKind
  municipality: string
  personId: string
  matchId: string
  matchState: MatchState
  meetingId: string | null
  askedAt: Temporal.Instant
  answerBy: Temporal.Instant
  answer: Record<string, unknown> | null
  /** What is proposed, of a question whether to meet. */
  about: unknown
  /** The library that is proposed. */
  siteName: string | null
  withdrawnAt: Temporal.Instant | null
  /** The person's own enrolment in the pair, and the other's. */
  ownId: string
  ownRole: EnrolmentRole
  ownName: string
  otherPersonId: string
  otherName: string
  /** Of the meeting that it is about. */
  startsAt: Temporal.Instant | null
  meetingState: MeetingState | null
}

/** Questions about a pair, with the other's name; none when the other was erased. */
function asked(which: ReturnType<typeof sql>) {
  return sql<AskedQuestion>`
    select question.id, question.kind, question.municipality, question.person_id, question.match_id,
      match.state as match_state,
      question.meeting_id, question.asked_at, question.answer_by, question.answer,
      question.about, concat_ws(', ', site.name, site.address) as site_name,      question.withdrawn_at, own.id as own_id, own.role as own_role,
      own_person.name as own_name,
      other.person_id as other_person_id, other_person.name as other_name,
      meeting.starts_at, meeting.state as meeting_state
    from question
    join match on match.id = question.match_id
    join enrolment as own on own.id in (match.mentor_id, match.mentee_id)
      and own.person_id = question.person_id
    join person as own_person on own_person.id = own.person_id
    join enrolment as other on other.id in (match.mentor_id, match.mentee_id) and other.id <> own.id
    join person as other_person on other_person.id = other.person_id
    left join meeting on meeting.id = question.meeting_id and ${inScope('meeting')}
    left join site on site.id = (question.about ->> 'siteId')::uuid and ${inScope('site')}
    where ${inScope('question')} and ${inScope('match')} and ${inScope('own', 'enrolment')}
      and ${inScope('other', 'enrolment')} and ${inScope('own_person', 'person')}
      and ${inScope('other_person', 'person')} and ${which}`
}

/** A question to a person; undefined when it is another's, or the other of the pair was erased. */
export async function findQuestion(db: Tx, id: string, personId: string) {
  const { rows } = await asked(
    sql`question.id = ${id}::uuid and question.person_id = ${personId}::uuid`,
  ).execute(db)
  return rows[0]
}

/** The questions that a person has not answered and still can, the oldest first. */
export async function listOpen(
  db: Tx,
  personId: string,
  now: Temporal.Instant,
): Promise<AskedQuestion[]> {
  const { rows } = await asked(sql`question.person_id = ${personId}::uuid
    and question.answered_at is null and question.withdrawn_at is null
    and question.answer_by > ${now} and match.state <> 'closed'
    and (meeting.id is null or meeting.state = 'scheduled')
    order by question.asked_at, question.id`).execute(db)
  return rows
}

export interface UnrecordedMeeting {
  id: string
  municipality: string
  pairs: number
  /** Of the first pair; the only one when there is one. */
  matchId: string
  mentorPersonId: string
  mentorHasEmail: boolean
}

/**
 * Meetings that were over before a day, without a record and without a question or task about it. The
 * recent ones only: after an installation nobody is asked about last year.
 */
export async function listUnrecorded(db: Tx, before: Temporal.Instant) {
  const { rows } = await sql<UnrecordedMeeting>`
    select distinct on (meeting.id) meeting.id, meeting.municipality, match.id as match_id,
      count(*) over (partition by meeting.id)::integer as pairs,
      mentor.person_id as mentor_person_id, person.email_in_use is not null as mentor_has_email
    from meeting
    join meeting_match on meeting_match.meeting_id = meeting.id
    join match on match.id = meeting_match.match_id
    join enrolment as mentor on mentor.id = match.mentor_id
    join person on person.id = mentor.person_id
    where ${inScope('meeting')} and ${inScope('meeting_match')} and ${inScope('match')}
      and ${inScope('mentor', 'enrolment')} and ${inScope('person')}
      and meeting.state = 'scheduled' and match.state <> 'closed'
      and meeting.ends_at <= ${before} and meeting.ends_at > ${before}::timestamptz - interval '30 days'
      and not exists (select from question where ${inScope('question')}
        and question.meeting_id = meeting.id and question.kind = 'outcome')
      and not exists (select from task where ${inScope('task')}
        and task.meeting_id = meeting.id and task.kind = 'meeting_unrecorded')
    order by meeting.id, match.id`.execute(db)
  return rows
}

/** Unanswered questions about a meeting that were asked, or asked again, before a moment. */
export async function listUnansweredOutcomes(
  db: Tx,
  { askedBefore, remindedBefore }: Record<'askedBefore' | 'remindedBefore', Temporal.Instant>,
) {
  return db
    .selectFrom('question')
    .innerJoin('meeting', 'meeting.id', 'question.meetingId')
    .select(['question.id', 'question.municipality', 'question.personId', 'question.meetingId'])
    .select('question.remindedAt')
    .where('question.kind', '=', 'outcome')
    .where('question.answeredAt', 'is', null)
    .where('question.withdrawnAt', 'is', null)
    .where('meeting.state', '=', 'scheduled')
    .where((eb) =>
      eb.or([
        eb.and([eb('remindedAt', 'is', null), eb('question.askedAt', '<', askedBefore)]),
        eb('remindedAt', '<', remindedBefore),
      ]),
    )
    .orderBy('question.id')
    .execute()
}

/** Meetings that somebody recorded or cancelled, and of which a question or a task is still open. */
export async function listRecorded(db: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select meeting.id from meeting where ${inScope('meeting')} and meeting.state <> 'scheduled'
      and (exists (select from question where ${inScope('question')}
          and question.meeting_id = meeting.id and question.kind = 'outcome'
          and question.answered_at is null and question.withdrawn_at is null)
        or exists (select from task where ${inScope('task')} and task.meeting_id = meeting.id
          and task.kind = 'meeting_unrecorded' and task.done_at is null))
    order by meeting.id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Active pairs that are not asked about a month yet: whom of them to ask is the mentor, or the mentee
 * when no mail reaches the mentor.
 */
export async function listForMonth(
  db: Tx,
  month: { askedSince: Temporal.Instant; activeBefore: Temporal.PlainDate },
) {
  const { rows } = await sql<{ matchId: string; municipality: string; personId: string }>`
    select match.id as match_id, match.municipality,
      case when mentor_person.email_in_use is null then mentee.person_id
        else mentor.person_id end as person_id
    from match
    join match_episode as episode on episode.match_id = match.id and episode.closed_on is null
    join enrolment as mentor on mentor.id = match.mentor_id
    join enrolment as mentee on mentee.id = match.mentee_id
    join person as mentor_person on mentor_person.id = mentor.person_id
    join person as mentee_person on mentee_person.id = mentee.person_id
    where ${inScope('match')} and ${inScope('episode', 'match_episode')}
      and ${inScope('mentor', 'enrolment')} and ${inScope('mentee', 'enrolment')}
      and ${inScope('mentor_person', 'person')} and ${inScope('mentee_person', 'person')}
      and match.state = 'active' and episode.active_on < ${month.activeBefore}::date
      and coalesce(mentor_person.email_in_use, mentee_person.email_in_use) is not null
      and not exists (select from question where ${inScope('question')}
        and question.match_id = match.id and question.kind = 'month'
        and question.asked_at >= ${month.askedSince})
    order by match.id`.execute(db)
  return rows
}

/** The people of a pair whom a mail reaches. */
export async function listReachable(db: Tx, matchId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person.id from match
    join enrolment on enrolment.id in (match.mentor_id, match.mentee_id)
    join person on person.id = enrolment.person_id
    where ${inScope('match')} and ${inScope('enrolment')} and ${inScope('person')}
      and match.id = ${matchId}::uuid and person.email_in_use is not null
    order by person.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Locked before its question is: who closes a pair holds it, and then withdraws its questions. */
export async function lockMatch(db: Tx, id: string): Promise<void> {
  await db.selectFrom('match').select('id').where('id', '=', id).forUpdate().execute()
}
