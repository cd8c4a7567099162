import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { DB } from '../../src/db/types.ts'
import { propose } from '../../src/matching/propose.ts'
import type { ProposeInput } from '../../src/matching/types.ts'

/** Proposals to ask about; few, as solving for each beforehand takes a while. */
const proposalCount = 5

/** Stores a finished run of Odense over these people, with their enrolments and a few of its proposals. */
export async function storeRun(db: Kysely<DB>, people: ProposeInput) {
  const named = <P extends { id: string }>(person: P): P => ({ ...person, id: randomUUID() })
  const pool = {
    ...people,
    mentors: people.mentors.map(named),
    mentees: people.mentees.map(named),
  }
  const result = propose(pool)
  const { rows } = await sql<{ programme: string; account: string; run: string }>`
    with programme as (
      insert into programme (municipality, name, created_at)
      values ('0461', 'Mentor-match i Odense', now()) returning id),
    account as (
      insert into account (name, role, municipality, email, locale, created_at)
      values ('Karin', 'coordinator', '0461', 'karin@example.dk', 'da', now()) returning id)
    insert into match_run (municipality, programme_id, started_by, started_at, finished_at, state, pool, result)
    select '0461', programme.id, 'system', now(), now(), 'done',
      ${JSON.stringify(pool)}::jsonb, ${JSON.stringify(result)}::jsonb
    from programme, account
    returning programme_id as programme, (select id from account) as account, id as run`.execute(db)
  const { programme, account, run } = rows[0]!
  for (const role of ['mentor', 'mentee'] as const) {
    const ids = (role === 'mentor' ? pool.mentors : pool.mentees).map(({ id }) => id)
    await sql`
      insert into person (id, municipality, residence, name, channel, locale, created_at)
      select id, '0461', '0461', 'Somebody', 'email', 'da', now() from unnest(${ids}::uuid[]) as id`.execute(
      db,
    )
    await sql`
      insert into enrolment (municipality, programme_id, person_id, role, state, state_since, created_at)
      select '0461', ${programme}::uuid, id, ${role}::enrolment_role, 'ready', now(), now()
      from unnest(${ids}::uuid[]) as id`.execute(db)
  }
  const proposalIds: string[] = []
  for (const { mentor, mentee, points } of result.proposals.slice(0, proposalCount)) {
    const { rows } = await sql<{ id: string }>`
      insert into proposal (municipality, programme_id, run_id, mentor_id, mentee_id, score, explanation, created_at)
      select '0461', ${programme}::uuid, ${run}::uuid, mentor.id, mentee.id, ${points}, '{"parts":[]}', now()
      from enrolment as mentor, enrolment as mentee
      where mentor.person_id = ${mentor}::uuid and mentee.person_id = ${mentee}::uuid
      returning id`.execute(db)
    proposalIds.push(rows[0]!.id)
  }
  const mentees = result.proposals.slice(0, proposalCount).map(({ mentee }) => mentee)
  return { pool, result, mentees, runId: run, accountId: account, proposalIds }
}
