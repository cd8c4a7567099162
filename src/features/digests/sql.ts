import { sql, type Transaction } from 'kysely'
import { inScope } from '../../db/scope/in-scope.ts'
import { bothParties, party } from '../../db/parties.ts'
import type { DB } from '../../db/types.ts'

type Tx = Transaction<DB>

/** Coordinators who have signed in once and still may. */
export async function listReaders(db: Tx) {
  return db
    .selectFrom('account')
    .select(['id', 'municipality'])
    .where('role', '=', 'coordinator')
    .where('disabledAt', 'is', null)
    .where((eb) => eb.or([eb('password', 'is not', null), eb('oidcSubject', 'is not', null)]))
    .orderBy('id')
    .execute()
}

/** A municipality's coming meetings with the names of who takes part. */
export async function listMeetings(
  db: Tx,
  municipality: string,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<{ startsAt: Temporal.Instant; names: string[] }[]> {
  const { rows } = await sql<{ startsAt: Temporal.Instant; names: string[] }>`
    select meeting.starts_at, array_agg(person.name order by person.name) as names
    from meeting
    join participant on participant.meeting_id = meeting.id
    join person on person.id = participant.person_id
    where ${inScope('meeting')} and ${inScope('participant')} and ${inScope('person')}
      and meeting.municipality = ${municipality} and meeting.state = 'scheduled'
      and meeting.starts_at >= ${from} and meeting.starts_at < ${to}
    group by meeting.id, meeting.starts_at
    order by meeting.starts_at, meeting.id`.execute(db)
  return rows
}

/** How many meetings nobody recorded, and how many people wait without a match or an offer. */
export async function countOpen(
  db: Tx,
  municipality: string,
  now: Temporal.Instant,
): Promise<{ toRecord: number; waiting: number }> {
  const { rows } = await sql<{ toRecord: number; waiting: number }>`
    select
      (select count(*)::integer from meeting where ${inScope('meeting')}
        and municipality = ${municipality} and state = 'scheduled' and ends_at <= ${now}) as to_record,
      (select count(*)::integer from enrolment where ${inScope('enrolment')}
        and municipality = ${municipality} and state = 'ready'
        and not exists (select from match where ${inScope('match')}
          and enrolment.id in (mentor_id, mentee_id) and match.state <> 'closed')
        and not exists (select from proposal where ${inScope('proposal')}
          and enrolment.id in (mentor_id, mentee_id) and proposal.state = 'offered')) as waiting`.execute(
    db,
  )
  return rows[0]!
}

/** The names of some pairs, those of the municipality only, in the order of the ids. */
export async function listPairs(db: Tx, municipality: string, matchIds: readonly string[]) {
  if (matchIds.length === 0) return []
  const rows = await db
    .selectFrom('match')
    .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
    .select(['match.id', ...bothParties])
    .where('match.municipality', '=', municipality)
    .where('match.id', 'in', matchIds)
    .execute()
  return rows.sort((a, b) => matchIds.indexOf(a.id) - matchIds.indexOf(b.id))
}
