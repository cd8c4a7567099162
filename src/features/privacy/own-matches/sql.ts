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

/** JSON arrives as text, because the camel-case plugin would rename the keys of an object. */
function parsed({ row }: { row: string }): Record<string, unknown> {
  return JSON.parse(row)
}
