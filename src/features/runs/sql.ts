import { type Selectable, sql, type Transaction } from 'kysely'
import { party } from '../../db/parties.ts'
import type { DB, MatchRun } from '../../db/types.ts'
import { upgradeInput } from '../../matching/upgrade-stored.ts'
import type { ProposalRun, ProposeInput, Role } from '../../matching/types.ts'
import { Problem } from '../../problems.ts'
import type { LeftOut } from '../proposals/draft.ts'

type Tx = Transaction<DB>

/** Without pool and result, which may be large: polled twice a second. */
export async function readRunState(db: Tx, id: string) {
  return db
    .selectFrom('matchRun')
    .select(['id', 'state', 'phase', 'percent'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export type RunState = Awaited<ReturnType<typeof readRunState>>

/**
 * A finished run without pool and result, and its cache key. The row changes only when a person is
 * erased from it; `xmin`, the transaction that wrote it, then changes the key on every instance.
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

/** A person of the run's programme, by enrolment. */
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

/** The enrolments that are mentors in a run, with their people. */
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

/** A run's figures and people without a proposal, without its pool, pairs and prices, which are large. */
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
 * A run with its pool and its result: enough to explain any pair again. The pool is converted to
 * the format of this version of the core.
 */
export async function readRun(db: Tx, id: string) {
  const run = await runs(db)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  return { ...run, pool: upgradeInput(run.pool) }
}

/** The documents have the core's types, as it wrote them. */
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

/** Mentees of a run whose proposal a coordinator rejected, for the fairness audit. */
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

/** The first people of a run by a part of their name, and their total number. */
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
      // One array parameter: a country's people would exceed the number of parameters.
      .where(sql<boolean>`person.id = any(${personIds}::uuid[])`)
      .orderBy('person.id')
      .execute()
  )
}

/** The mentee of a proposal, and the key of its run as `readFinished` has it. */
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

/** The names and the day of a proposal, for the page of its alternatives. */
export async function readPairNames(db: Tx, proposalId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin(party('mentor'), 'mentor.id', 'proposal.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'proposal.menteeId')
    .select([
      'proposal.id',
      'proposal.createdAt',
      'mentor.name as mentorName',
      'mentee.name as menteeName',
    ])
    .where('proposal.id', '=', proposalId)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}
