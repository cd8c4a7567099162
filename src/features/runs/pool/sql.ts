import { sql, type Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { hoursOfPerson, languagesOfPerson, topicsOfEnrolment } from '../../../db/profile-lists.ts'
import { inScope } from '../../../db/scope/in-scope.ts'
import { openProgramme } from '../../../db/programmes.ts'
import type { DB } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

type Tx = Transaction<DB>

/** Locks the municipality's open programme, so that two runs do not propose the same people. */
export async function lockProgramme(db: Tx, municipality: string) {
  return openProgramme(db, municipality)
    .selectAll()
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** Everyone ready in a programme, with all data that matching uses. */
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
        // Null where something was never met; max and min ignore nulls, so those are counted.
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
      // Only people with a consent to be matched that is not withdrawn.
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

/** Pairs that were rejected, declined or are together: never proposed again. */
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

/** Queued and running runs whose frozen pool has the person in it. */
export async function listRunsInProgress(db: Tx, personId: string) {
  return db
    .selectFrom('matchRun')
    .select('id')
    .where('state', 'in', ['queued', 'running'])
    .where(sql<string>`pool::text`, 'like', `%${personId}%`)
    .orderBy('id')
    .execute()
}

/** The people of a snapshot, without a person's absences, which could identify them. */
function withoutAway(side: 'mentors' | 'mentees', personId: string) {
  return sql`(
    select coalesce(jsonb_agg(case when one ->> 'id' = ${personId}
      then one || '{"away": []}' else one end order by place), '[]')
    from jsonb_array_elements(pool -> ${sql.lit(side)}) with ordinality as entry (one, place))`
}

/** Replaces a person's id in the documents of every run of the municipality. */
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
