import { sql, type Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { inScope } from '../../../db/scope/in-scope.ts'
import { venue } from '../../../db/sites.ts'
import type { DB, EnrolmentRole, MatchState } from '../../../db/types.ts'

type Tx = Transaction<DB>

export interface OwnPair {
  id: string
  state: MatchState
  version: number
  pausedUntil: Temporal.PlainDate | null
  role: EnrolmentRole
  otherName: string
  since: Temporal.PlainDate
  /** Whether it has become active. */
  wasActive: boolean
  /** Whether the person has asked that the pair ends; that the other has is not for them to know. */
  hasAskedToEnd: boolean
  /** Whether the person has a number, and lets the other see it. */
  hasPhone: boolean
  sharesPhone: boolean
  otherSharesPhone: boolean
  /** The other's number; only when both share theirs. */
  otherPhone: string | null
  /** When the meeting begins that the person has proposed and the other has not answered. */
  proposedFor: Temporal.Instant | null
}

/** The open pairs that a person is part of; of the other only what the person may know. */
export async function listOwnPairs(
  db: Tx,
  personId: string,
  now: Temporal.Instant,
): Promise<OwnPair[]> {
  const { rows } = await sql<OwnPair>`
    select match.id, match.state, match.version, match.paused_until, own.role,
      other_person.name as other_name,
      coalesce(episode.active_on, episode.opened_on) as since,
      episode.active_on is not null as was_active,
      own_person.phone is not null as has_phone,
      exists (select from match_event where ${inScope('match_event')}
        and match_event.episode_id = episode.id and match_event.kind = 'closing'
        and match_event.side::text = own.role::text
        and match_event.recorded_at >= episode.closing_recorded_at) as has_asked_to_end,
      case own.role when 'mentor' then mentor_shares_phone else mentee_shares_phone end
        as shares_phone,
      case own.role when 'mentor' then mentee_shares_phone else mentor_shares_phone end
        as other_shares_phone,
      case when mentor_shares_phone and mentee_shares_phone then other_person.phone end
        as other_phone,
      (select max(answer_by) from question where ${inScope('question')}
        and question.match_id = match.id and question.kind = 'meet'
        and question.person_id = other.person_id and question.answered_at is null
        and question.withdrawn_at is null and question.answer_by > ${now}) as proposed_for
    from match
    join match_episode as episode on episode.match_id = match.id and episode.closed_on is null
    join enrolment as own on own.id in (match.mentor_id, match.mentee_id)
    join person as own_person on own_person.id = own.person_id
    join enrolment as other on other.id in (match.mentor_id, match.mentee_id) and other.id <> own.id
    join person as other_person on other_person.id = other.person_id
    where ${inScope('match')} and ${inScope('episode', 'match_episode')}
      and ${inScope('own', 'enrolment')} and ${inScope('own_person', 'person')}
      and ${inScope('other', 'enrolment')} and ${inScope('other_person', 'person')}
      and own.person_id = ${personId}::uuid and match.state <> 'closed'
    order by episode.opened_recorded_at, match.id`.execute(db)
  return rows
}

/** The meetings to come that a person takes part in, with the pairs they are of. */
export async function listMeetingsAhead(db: Tx, personId: string, from: Temporal.Instant) {
  return db
    .selectFrom('participant')
    .innerJoin('meeting', 'meeting.id', 'participant.meetingId')
    .leftJoin('site', 'site.id', 'meeting.siteId')
    .leftJoin('room', 'room.id', 'meeting.roomId')
    .select([
      'meeting.id',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.place',
      venue.as('venue'),
      'participant.answer',
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('meetingMatch')
          .select('matchId')
          .whereRef('meetingMatch.meetingId', '=', 'meeting.id'),
      ).as('matches'),
    )
    .select((eb) => eb('meeting.startsAt', '>', from).as('isAhead'))
    .where('participant.personId', '=', personId)
    .where('meeting.state', '=', 'scheduled')
    .where('meeting.endsAt', '>', from)
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .execute()
}
