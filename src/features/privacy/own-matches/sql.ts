import { sql, type Transaction } from 'kysely'
import { inScope } from '../../../db/scope/in-scope.ts'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** The episodes of a person's matches, without who wished their end and why. */
export async function readOwnEpisodes(db: Tx, personId: string) {
  const { rows } = await sql<{ row: string }>`
    select (to_jsonb(episode) - '{closing_by,closing_on,closing_recorded_at,closed_by,reasons}'::text[])::text
      as row
    from match_episode as episode join match on match.id = episode.match_id
    where ${inScope('episode', 'match_episode')} and ${inScope('match')}
      and exists (select from enrolment where ${inScope('enrolment')}
        and enrolment.person_id = ${personId}
        and enrolment.id in (match.mentor_id, match.mentee_id))
    order by episode.match_id, episode.number`.execute(db)
  return rows.map(parsed)
}

/** What happened in a person's matches; of what the two said, only what the person said. */
export async function readOwnMatchEvents(db: Tx, personId: string) {
  const { rows } = await sql<{ row: string }>`
    select (to_jsonb(event) - '{actor,side,reasons}'::text[] || case
      when own.role::text = event.side::text
        then jsonb_build_object('side', event.side, 'reasons', event.reasons) else '{}' end)::text as row
    from match_event as event
    join match_episode as episode on episode.id = event.episode_id
    join match on match.id = episode.match_id
    join enrolment as own on own.id in (match.mentor_id, match.mentee_id)
    where ${inScope('event', 'match_event')} and ${inScope('episode', 'match_episode')}
      and ${inScope('match')} and ${inScope('own', 'enrolment')} and own.person_id = ${personId}
      and (event.kind <> 'closing' or own.role::text = event.side::text)
    order by event.recorded_at, event.id`.execute(db)
  return rows.map(parsed)
}

/**
 * A person's meetings, with the names of places instead of ids alone. Who cancelled one and why is there
 * when it was their own wish.
 */
export async function readOwnMeetings(db: Tx, personId: string) {
  const { rows } = await sql<{ row: string }>`
    select ((to_jsonb(meeting) - 'account_id' || jsonb_build_object('site', site.name))
      - case when exists (select from meeting_match
          join match on match.id = meeting_match.match_id
          join enrolment as own on own.id in (match.mentor_id, match.mentee_id)
          where ${inScope('meeting_match')} and ${inScope('match')} and ${inScope('own', 'enrolment')}
            and meeting_match.meeting_id = meeting.id and own.person_id = ${personId}
            and own.role::text = meeting.cancelled_side::text)
        then '{}'::text[] else '{cancelled_by,cancelled_side,cancelled_reason}' end)::text as row
    from participant
    join meeting on meeting.id = participant.meeting_id
    left join site on ${inScope('site')} and site.id = meeting.site_id
    where participant.person_id = ${personId} and ${inScope('participant')} and ${inScope('meeting')}
    order by meeting.starts_at, meeting.id`.execute(db)
  return rows.map(parsed)
}

/** A person's proposals with their own answers. One to which the other said no is withdrawn for them. */
export async function readOwnProposals(db: Tx, personId: string) {
  const { rows } = await sql<{ row: string }>`
    select (case
        when proposal.state <> 'declined' then to_jsonb(proposal)
        when own.role = 'mentor' and mentor_answer = 'no' or own.role = 'mentee' and mentee_answer = 'no'
          then to_jsonb(proposal)
        else to_jsonb(proposal) - 'decline_code' || '{"state": "withdrawn"}'
      end - case own.role
        when 'mentor' then '{mentee_answer,mentee_answered_at,mentee_answer_channel}'::text[]
        else '{mentor_answer,mentor_answered_at,mentor_answer_channel}'::text[] end)::text as row
    from proposal
    join enrolment as own on own.id in (proposal.mentor_id, proposal.mentee_id)
    where ${inScope('proposal')} and ${inScope('own', 'enrolment')} and own.person_id = ${personId}
    order by proposal.created_at, proposal.id`.execute(db)
  return rows.map(parsed)
}

/** How a person's part in the programme moved on; the other's no is a withdrawn offer for them. */
export async function readOwnTransitions(db: Tx, personId: string) {
  const { rows } = await sql<{ row: string }>`
    select (to_jsonb(transition) || case
      when transition.reason in ('declined by mentor', 'declined by mentee')
        and transition.reason <> 'declined by ' || own.role::text
        then '{"reason": "offer withdrawn"}' else '{}'::jsonb end)::text as row
    from enrolment_transition as transition
    join enrolment as own on own.id = transition.enrolment_id
    where ${inScope('transition', 'enrolment_transition')} and ${inScope('own', 'enrolment')}
      and own.person_id = ${personId}
    order by transition.at, transition.id`.execute(db)
  return rows.map(parsed)
}

/** JSON arrives as text, because the camel-case plugin would rename the keys of an object. */
function parsed({ row }: { row: string }): Record<string, unknown> {
  return JSON.parse(row)
}
