import { type Selectable, sql, type Transaction } from 'kysely'
import type { DB, MatchRun } from '../../db/types.ts'
import { upgradeInput } from '../../matching/upgrade-stored.ts'
import type { ProposalRun, ProposeInput, Role } from '../../matching/types.ts'
import { Problem } from '../../problems.ts'
import type { LeftOut } from '../proposals/draft.ts'

type Tx = Transaction<DB>

/** Without the pool and the answer, which may be large: asked twice a second. */
export async function readRunState(db: Tx, id: string) {
  return db
    .selectFrom('matchRun')
    .select(['id', 'state', 'phase', 'percent'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export type RunState = Awaited<ReturnType<typeof readRunState>>

/**
 * A finished run without the pool and the answer, and by what it is known in memory. The row is
 * written again only when somebody is erased from it; `xmin`, which transaction wrote it, then makes
 * another key, on every instance at once.
 */
export async function readFinished(db: Tx, id: string) {
  const { state, leftOut, writtenBy, ...run } = await db
    .selectFrom('matchRun')
    .select(['id', 'state', 'startedAt', 'leftOut', sql<string>`xmin::text`.as('writtenBy')])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  if (state !== 'done') throw new Problem('state-conflict', { state })
  return { ...run, leftOut: leftOut as unknown as LeftOut[], key: `${id}:${writtenBy}` }
}

/** Somebody of the programme of a run, by their enrolment. */
export async function findInRun(db: Tx, runId: string, enrolmentId: string) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('matchRun', 'matchRun.programmeId', 'enrolment.programmeId')
    .select(['enrolment.id as enrolmentId', 'enrolment.personId', 'enrolment.role', 'person.name'])
    .where('matchRun.id', '=', runId)
    .where('enrolment.id', '=', enrolmentId)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** Which of these enrolments are mentors of a run, and who they are. */
export async function listMentorsOfRun(db: Tx, runId: string, enrolmentIds: readonly string[]) {
  return db
    .selectFrom('enrolment')
    .innerJoin('matchRun', 'matchRun.programmeId', 'enrolment.programmeId')
    .select(['enrolment.id', 'enrolment.personId'])
    .where('matchRun.id', '=', runId)
    .where('enrolment.id', 'in', enrolmentIds)
    .where(
      sql<boolean>`match_run.pool @> jsonb_build_object('mentors',
        jsonb_build_array(jsonb_build_object('id', enrolment.person_id)))`,
    )
    .orderBy('enrolment.id')
    .execute()
}

/** The headline of a run and who it left: without its pool, its pairs and its prices, which are large. */
export async function readAnswer(db: Tx, id: string) {
  const { result, leftOut, ...run } = await db
    .selectFrom('matchRun')
    .select(['id', 'state', 'phase', 'percent', 'leftOut'])
    .select(sql<Headline | null>`result - 'proposals' - 'prices'`.as('result'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  return { ...run, result, leftOut: leftOut as unknown as LeftOut[] }
}

type Headline = Omit<ProposalRun, 'proposals' | 'prices'>

/**
 * A run with its frozen pool and its answer: enough to explain any pair of it again. The pool comes
 * as this version of the core reads it, however old it is.
 */
export async function readRun(db: Tx, id: string) {
  const run = await runs(db)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  return { ...run, pool: upgradeInput(run.pool) }
}

/** The documents are the core's own types, written by it and read back as they were. */
function runs(db: Tx) {
  return db
    .selectFrom('matchRun')
    .select(['id', 'state', 'phase', 'startedAt', 'finishedAt', 'pool', 'result', 'leftOut'])
    .$castTo<
      Pick<Selectable<MatchRun>, 'id' | 'state' | 'phase' | 'startedAt' | 'finishedAt'> & {
        pool: ProposeInput
        result: ProposalRun | null
        leftOut: LeftOut[]
      }
    >()
}

/** Mentees of a run whose proposal a coordinator turned down: for the audit of its fairness. */
export async function listOverridden(db: Tx, runId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('proposal')
    .innerJoin('enrolment', 'enrolment.id', 'proposal.menteeId')
    .select('enrolment.personId')
    .where('proposal.runId', '=', runId)
    .where('proposal.state', '=', 'rejected')
    .execute()
  return rows.map((row) => row.personId)
}

export async function listProposalIds(db: Tx, runId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('proposal')
    .select('id')
    .where('runId', '=', runId)
    .orderBy('score', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** The first of a run's people by a part of their name, and how many there are in all. */
export async function findByName(
  db: Tx,
  ids: Readonly<Record<Role, readonly string[]>>,
  { name, most }: { name: string; most: number },
) {
  const people = await db
    .selectFrom('person')
    .innerJoin('enrolment', 'enrolment.personId', 'person.id')
    .select([
      'person.id as personId',
      'person.name',
      'enrolment.id as enrolmentId',
      'enrolment.role',
      sql<string>`count(*) over ()`.as('count'),
    ])
    .where((eb) =>
      eb.or(
        (['mentor', 'mentee'] as const).map((role) =>
          eb.and([
            eb('enrolment.role', '=', role),
            sql<boolean>`person.id = any(${ids[role]}::uuid[])`,
          ]),
        ),
      ),
    )
    .where(sql<boolean>`position(lower(${name}) in lower(person.name)) > 0`)
    .orderBy(sql`lower(person.name)`)
    .orderBy('enrolment.id')
    .limit(most)
    .execute()
  return { people, count: Number(people[0]?.count ?? 0) }
}

/** The names behind the people of a run. */
export async function listNames(db: Tx, personIds: readonly string[]) {
  return (
    db
      .selectFrom('person')
      .innerJoin('enrolment', 'enrolment.personId', 'person.id')
      .select([
        'person.id as personId',
        'person.name',
        'enrolment.id as enrolmentId',
        'enrolment.role',
      ])
      // One array: as many parameters as a country has people would be refused.
      .where(sql<boolean>`person.id = any(${personIds}::uuid[])`)
      .orderBy('person.id')
      .execute()
  )
}

/** Whom a proposal is for, and the finished run it came from, as `readFinished` knows it. */
export async function readProposed(db: Tx, proposalId: string) {
  const { writtenBy, ...proposed } = await db
    .selectFrom('proposal')
    .innerJoin('enrolment', 'enrolment.id', 'proposal.menteeId')
    .leftJoin('matchRun', 'matchRun.id', 'proposal.runId')
    .select([
      'matchRun.id as runId',
      'enrolment.personId as mentee',
      sql<string>`match_run.xmin::text`.as('writtenBy'),
    ])
    .where('proposal.id', '=', proposalId)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  return { ...proposed, key: `${proposed.runId}:${writtenBy}` }
}

/** A proposal's two names and its day, for the page of its alternatives. */
export async function readPairNames(db: Tx, proposalId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin('enrolment as mentor', 'mentor.id', 'proposal.mentorId')
    .innerJoin('person as mentorPerson', 'mentorPerson.id', 'mentor.personId')
    .innerJoin('enrolment as mentee', 'mentee.id', 'proposal.menteeId')
    .innerJoin('person as menteePerson', 'menteePerson.id', 'mentee.personId')
    .select([
      'proposal.id',
      'proposal.createdAt',
      'mentorPerson.name as mentorName',
      'menteePerson.name as menteeName',
    ])
    .where('proposal.id', '=', proposalId)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}
