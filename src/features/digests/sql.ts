import { sql, type Transaction } from 'kysely'
import { inScope } from '../../db/scope/in-scope.ts'
import type { DB } from '../../db/types.ts'
import type { Overview } from './mails.ts'

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

/**
 * How many meetings a municipality has to come and to record, how many of the given pairs are its own, and
 * how many people wait without a match or an offer.
 */
export async function countWeek(
  db: Tx,
  municipality: string,
  { now, until, atRisk }: Record<'now' | 'until', Temporal.Instant> & { atRisk: readonly string[] },
): Promise<Overview> {
  const { rows } = await sql<Overview>`
    select
      (select count(*)::integer from meeting where ${inScope('meeting')}
        and municipality = ${municipality} and state = 'scheduled'
        and starts_at > ${now} and starts_at <= ${until}) as meetings,
      (select count(*)::integer from meeting where ${inScope('meeting')}
        and municipality = ${municipality} and state = 'scheduled'
        and starts_at <= ${now}) as to_record,
      (select count(*)::integer from match where ${inScope('match')}
        and municipality = ${municipality} and id = any(${[...atRisk]}::uuid[])) as at_risk,
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
