import { sql, type Transaction } from 'kysely'
import { inScope } from '../../../db/scope/in-scope.ts'
import type { DB } from '../../../db/types.ts'
import type { RiskCode } from '../schema.ts'

export interface AtRisk {
  matchId: string
  /** Why, in the order of `riskCodes`. */
  codes: RiskCode[]
}

/**
 * The running pairs of which something says that they stand still, all or one. A day of rest counts as
 * a beginning: after a pause the days are counted anew.
 */
export async function listRisks(
  db: Transaction<DB>,
  today: Temporal.PlainDate,
  matchId: string | null = null,
): Promise<AtRisk[]> {
  const { rows } = await sql<AtRisk>`
    with running as (
      select match.id, match.state, match.mentor_id, match.mentee_id,
        mentor.person_id as mentor_person, mentee.person_id as mentee_person,
        'suspended' in (mentor.state, mentee.state) as suspended, episode.opened_recorded_at,
        greatest(episode.opened_on, rest.over_on) as from_opened,
        greatest(episode.active_on, rest.over_on) as from_active
      from match
      join match_episode as episode on episode.match_id = match.id and episode.closed_on is null
      join enrolment as mentor on mentor.id = match.mentor_id
      join enrolment as mentee on mentee.id = match.mentee_id
      cross join lateral (select max(happened_on) as over_on from match_event
        where ${inScope('match_event')} and match_event.episode_id = episode.id
        and kind = 'resumed') as rest
      where ${inScope('match')} and ${inScope('episode', 'match_episode')}
        and ${inScope('mentor', 'enrolment')} and ${inScope('mentee', 'enrolment')}
        and match.state in ('accepted', 'active')
        and (match.id = ${matchId}::uuid or ${matchId}::uuid is null)
    ), appointment as (
      select running.id as match_id, meeting.starts_at, meeting.id,
        (meeting.starts_at at time zone 'Europe/Copenhagen')::date as day,
        meeting.state = 'held' and mentor_part.attendance = 'present'
          and mentee_part.attendance = 'present' as met,
        case meeting.state when 'cancelled' then meeting.cancelled_side = 'mentor'
          else mentor_part.attendance in ('absent', 'absent_excused') end as mentor_missed,
        case meeting.state when 'cancelled' then meeting.cancelled_side = 'mentee'
          else mentee_part.attendance in ('absent', 'absent_excused') end as mentee_missed
      from running
      join meeting_match on meeting_match.match_id = running.id
      join meeting on meeting.id = meeting_match.meeting_id
      left join participant as mentor_part on ${inScope('mentor_part', 'participant')}
        and mentor_part.meeting_id = meeting.id and mentor_part.person_id = running.mentor_person
      left join participant as mentee_part on ${inScope('mentee_part', 'participant')}
        and mentee_part.meeting_id = meeting.id and mentee_part.person_id = running.mentee_person
      where ${inScope('meeting_match')} and ${inScope('meeting')}
        and (meeting.state in ('held', 'no_show')
          or meeting.state = 'cancelled' and meeting.cancelled_side in ('mentor', 'mentee'))
        and meeting.starts_at >= running.opened_recorded_at
    ), counted as (
      select running.id,
        (select max(day) from appointment where match_id = running.id and met) as met_on,
        (select count(*) = 2 and bool_and(mentor_missed) from (select * from appointment
          where match_id = running.id order by starts_at desc, id desc limit 2) as last)
          as mentor_missed,
        (select count(*) = 2 and bool_and(mentee_missed) from (select * from appointment
          where match_id = running.id order by starts_at desc, id desc limit 2) as last)
          as mentee_missed,
        exists (select from (
            select distinct on (person_id) answer ->> 'fit' as fit, answered_at from question
            where ${inScope('question')} and match_id = running.id and kind = 'fit'
              and answer is not null and answered_at >= running.opened_recorded_at
            order by person_id, answered_at desc, id) as latest
          where fit = 'not-good' and not exists (select from check_in
            where ${inScope('check_in')} and check_in.match_id = running.id and goes = 'well'
            and check_in.recorded_at > latest.answered_at)) as not_good,
        exists (select from match_check where ${inScope('match_check')}
          and match_check.match_id = running.id and check_in_id is null
          and due_by + 7 <= ${today}::date) as overdue,
        exists (select from (
            select distinct on (person_id) state from mail
            where ${inScope('mail')} and person_id in (running.mentor_person, running.mentee_person)
              and state in ('sent', 'refused', 'failed')
            order by person_id, handled_at desc, id desc) as latest
          where state in ('refused', 'failed')) as refused
      from running
    )
    select * from (
      select running.id as match_id, array_remove(array[
        case when met_on is null and from_opened + 14 <= ${today}::date then 'no_first_meeting' end,
        case when running.state = 'active' and greatest(met_on, from_active) + 30 <= ${today}::date
          then 'none_held' end,
        case when mentor_missed then 'missed_by_mentor' end,
        case when mentee_missed then 'missed_by_mentee' end,
        case when not_good then 'fit_not_good' end,
        case when overdue then 'check_overdue' end,
        case when refused then 'mail_refused' end,
        case when suspended then 'party_suspended' end
      ], null) as codes
      from running join counted on counted.id = running.id
    ) as found
    where codes <> '{}'
    order by cardinality(codes) desc, match_id`.execute(db)
  return rows
}
