import { type Selectable, sql, type Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { hoursOfPerson, languagesOfPerson, topicsOfEnrolment } from '../../db/profile-lists.ts'
import { inScope } from '../../db/scope/in-scope.ts'
import type { DB, MatchRun } from '../../db/types.ts'
import { presentInput } from '../../matching/present.ts'
import type { ProposalRun, ProposeInput } from '../../matching/types.ts'
import { Problem } from '../../problems.ts'
import type { LeftOut } from '../proposals/draft.ts'

type Tx = Transaction<DB>

/** The municipality's open programme, locked: two runs at once would both propose the same people. */
export async function lockProgramme(db: Tx, municipality: string) {
  return db
    .selectFrom('programme')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('state', '=', 'open')
    .orderBy('createdAt')
    .limit(1)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** Everyone ready in a programme, with all that matching looks at. */
export async function readPool(db: Tx, programmeId: string, today: Temporal.PlainDate) {
  return (
    db
      .selectFrom('enrolment')
      .innerJoin('person', 'person.id', 'enrolment.personId')
      .select((eb) => [
        'enrolment.id as enrolmentId',
        'enrolment.personId',
        'enrolment.role',
        'enrolment.readySince',
        'enrolment.capacity',
        'enrolment.acceptsChildren',
        'enrolment.childrenAlong',
        'enrolment.sexWish',
        'enrolment.sexWishIsMust',
        'enrolment.ageWishFrom',
        'enrolment.ageWishTo',
        'enrolment.ageWishIsMust',
        'enrolment.wantsDanishPractice',
        'enrolment.interpreterAcceptable',
        'person.sex',
        'person.birthYear',
        'person.residence',
        'person.meets',
        'person.furthestDistanceKm',
        'person.onlyAtLibrary',
        'person.interests',
        languagesOfPerson(),
        hoursOfPerson(),
        jsonArrayFrom(
          eb
            .selectFrom('availabilityException')
            .select([
              sql<string>`starts_on::text`.as('from'),
              sql<string>`(ends_before - 1)::text`.as('to'),
            ])
            .whereRef('availabilityException.personId', '=', 'person.id')
            .where('endsBefore', '>', today)
            .orderBy('startsOn'),
        ).as('away'),
        topicsOfEnrolment(),
        // Null where something was never met: PostgreSQL's max and min pass over nulls, so it is counted.
        sql<string | null>`(
          select case when count(*) = count(met_on) then
            coalesce(min(expires_on), '9999-12-31')::text end
          from required_of_mentors() as required
          where ${inScope('required')} and required.enrolment_id = enrolment.id
        )`.as('requirementsMetUntil'),
        eb
          .selectFrom('match')
          .whereRef('match.mentorId', '=', 'enrolment.id')
          .where('match.state', '<>', 'closed')
          .select((count) => count.fn.countAll<string>().as('n'))
          .as('openMatches'),
        eb
          .selectFrom('proposal')
          .whereRef('proposal.mentorId', '=', 'enrolment.id')
          .where('proposal.state', '=', 'offered')
          .select((count) => count.fn.countAll<string>().as('n'))
          .as('openOffers'),
      ])
      .where('enrolment.programmeId', '=', programmeId)
      .where('enrolment.state', '=', 'ready')
      // Nobody is matched who has not said yes to it, or has taken it back.
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('consent')
            .leftJoin('consentWithdrawal', 'consentWithdrawal.consentId', 'consent.id')
            .select('consent.id')
            .whereRef('consent.personId', '=', 'enrolment.personId')
            .where('consent.purpose', '=', 'matching')
            .where('consentWithdrawal.at', 'is', null),
        ),
      )
      .orderBy('enrolment.id')
      .execute()
  )
}

export type PoolRow = Awaited<ReturnType<typeof readPool>>[number]

/** Pairs that were decided against, or are together already: never proposed again. */
export async function listSpentPairs(db: Tx, programmeId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin('enrolment as mentor', 'mentor.id', 'proposal.mentorId')
    .innerJoin('enrolment as mentee', 'mentee.id', 'proposal.menteeId')
    .select(['mentor.personId as mentor', 'mentee.personId as mentee'])
    .distinct()
    .where('proposal.programmeId', '=', programmeId)
    .where('proposal.state', 'in', ['rejected', 'declined', 'offered', 'accepted'])
    .execute()
}

/**
 * Waits for the decisions under way on the drafts of a programme: who is being asked this moment
 * then counts as asked, instead of being proposed a second time.
 */
export async function lockDrafts(db: Tx, programmeId: string) {
  await db
    .selectFrom('proposal')
    .select('id')
    .where('programmeId', '=', programmeId)
    .where('state', '=', 'draft')
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function listDraftPairs(db: Tx, programmeId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin('enrolment as mentor', 'mentor.id', 'proposal.mentorId')
    .innerJoin('enrolment as mentee', 'mentee.id', 'proposal.menteeId')
    .select(['mentor.personId as mentor', 'mentee.personId as mentee'])
    .where('proposal.programmeId', '=', programmeId)
    .where('proposal.state', '=', 'draft')
    .execute()
}

export async function insertRun(
  db: Tx,
  run: {
    municipality: string
    programmeId: string
    startedBy: string
    startedAt: Temporal.Instant
    pool: object
  },
): Promise<string> {
  const { id } = await db
    .insertInto('matchRun')
    .values({ ...run, state: 'queued', pool: JSON.stringify(run.pool) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findRunInProgress(db: Tx, programmeId: string) {
  return db
    .selectFrom('matchRun')
    .select('id')
    .where('programmeId', '=', programmeId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
}

export async function listRunsInProgress(db: Tx, personId: string) {
  return db
    .selectFrom('matchRun')
    .select('id')
    .where('state', 'in', ['queued', 'running'])
    .where(sql<string>`pool::text`, 'like', `%${personId}%`)
    .orderBy('id')
    .execute()
}

/** The people of a frozen pool, without the days on which one of them was away: those lead to them. */
function withoutAway(side: 'mentors' | 'mentees', personId: string) {
  return sql`(
    select coalesce(jsonb_agg(case when one ->> 'id' = ${personId}
      then one || '{"away": []}' else one end order by place), '[]')
    from jsonb_array_elements(pool -> ${sql.lit(side)}) with ordinality as entry (one, place))`
}

/** Exchanges a person's id in the documents of every run of the municipality. */
export async function replacePerson(db: Tx, personId: string, nobody: string) {
  await db
    .updateTable('matchRun')
    .set({
      pool: sql`replace((pool || jsonb_build_object('mentors', ${withoutAway('mentors', personId)},
        'mentees', ${withoutAway('mentees', personId)}))::text, ${personId}, ${nobody})::jsonb`,
      result: sql`replace(result::text, ${personId}, ${nobody})::jsonb`,
    })
    .where(sql<string>`pool::text || coalesce(result::text, '')`, 'like', `%${personId}%`)
    .execute()
}

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
 * By what a finished run is known in memory. The row is written again only when somebody is erased
 * from it; `xmin`, which transaction wrote it, then makes another key, on every instance at once.
 */
export async function readFinishedKey(db: Tx, id: string): Promise<string> {
  const { state, writtenBy } = await db
    .selectFrom('matchRun')
    .select(['state', sql<string>`xmin::text`.as('writtenBy')])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  if (state !== 'done') throw new Problem('state-conflict', { state })
  return `${id}:${writtenBy}`
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

/** What a run answered, without the pool it was made from. */
export async function readAnswer(db: Tx, id: string) {
  const { result, leftOut, ...run } = await db
    .selectFrom('matchRun')
    .select(['id', 'state', 'phase', 'percent', 'result', 'leftOut'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  return {
    ...run,
    result: result as ProposalRun | null,
    leftOut: leftOut as unknown as LeftOut[],
  }
}

/**
 * A run with its frozen pool and its answer: enough to explain any pair of it again. The pool comes
 * as this version of the core reads it, however old it is.
 */
export async function readRun(db: Tx, id: string) {
  const run = await runs(db)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  return { ...run, pool: presentInput(run.pool) }
}

export type RunRow = Awaited<ReturnType<typeof readRun>>

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

/** Which run a proposal came from, and whom it is for. */
export async function readProposed(db: Tx, proposalId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin('enrolment', 'enrolment.id', 'proposal.menteeId')
    .select(['proposal.runId', 'enrolment.personId as menteePersonId'])
    .where('proposal.id', '=', proposalId)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
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
