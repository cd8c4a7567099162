import { sql, type Transaction } from 'kysely'
import {
  awayOfPerson,
  hoursOfPerson,
  languagesOfPerson,
  topicsOfEnrolment,
} from '../../../../db/profile-lists.ts'
import { inScope } from '../../../../db/scope/in-scope.ts'
import type { DB, RequirementKind } from '../../../../db/types.ts'
import { Problem } from '../../../../problems.ts'

type Tx = Transaction<DB>

/** A person's enrolments, oldest first. */
export async function listRolesOf(db: Tx, personId: string) {
  return db
    .selectFrom('enrolment')
    .select(['id', 'role', 'state', 'programmeId'])
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}
export type RoleRow = Awaited<ReturnType<typeof listRolesOf>>[number]

export async function readEnrolment(db: Tx, id: string) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('municipality', 'municipality.code', 'person.residence')
    .leftJoin('partner', 'partner.id', 'enrolment.sourcePartnerId')
    .selectAll('enrolment')
    .select([
      'person.name',
      'person.email',
      'person.newEmail',
      'person.phone',
      'person.locale',
      'person.sex',
      'person.birthYear',
      'person.residence',
      'person.meets',
      'person.channel',
      'person.street',
      'person.postcode',
      'person.town',
      'person.furthestDistanceKm',
      'person.onlyAtLibrary',
      'person.interests',
      'person.version',
      'municipality.name as residenceName',
      'partner.name as partnerName',
      languagesOfPerson(),
      topicsOfEnrolment(),
      hoursOfPerson(),
      awayOfPerson(),
    ])
    .where('enrolment.id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function listTransitions(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('enrolmentTransition')
    .select(['fromState', 'toState', 'reason', 'at'])
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** The programme's requirements, with the mentor's status for each. */
export async function listRequirementStatus(db: Tx, enrolmentId: string) {
  const { rows } = await sql<{
    kind: RequirementKind
    metOn: Temporal.PlainDate | null
    expiresOn: Temporal.PlainDate | null
  }>`
    select kind, met_on, expires_on from required_of_mentors()
    where ${inScope('required_of_mentors')} and enrolment_id = ${enrolmentId} order by kind`.execute(
    db,
  )
  return rows
}

/** The booked interview, or the last one held. */
export async function readInterview(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('interview')
    .innerJoin('site', 'site.id', 'interview.siteId')
    .select([
      'interview.id',
      'interview.startsAt',
      'interview.siteId',
      'interview.decision',
      'interview.reason',
      'site.name as siteName',
    ])
    .where('enrolmentId', '=', enrolmentId)
    .where('interview.state', '<>', 'cancelled')
    .orderBy('interview.startsAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function hasOpenMatch(db: Tx, enrolmentId: string): Promise<boolean> {
  const match = await db
    .selectFrom('match')
    .select('id')
    .where('state', '<>', 'closed')
    .where((eb) => eb.or([eb('mentorId', '=', enrolmentId), eb('menteeId', '=', enrolmentId)]))
    .executeTakeFirst()
  return match !== undefined
}

/** The open reconfirmation, or the one that ended in a pause. */
export async function findOpenQuestion(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('reconfirmation')
    .innerJoin('enrolment', 'enrolment.id', 'reconfirmation.enrolmentId')
    .select(['reconfirmation.askedAt', 'reconfirmation.byMail'])
    .where('enrolmentId', '=', enrolmentId)
    .where('answer', 'is', null)
    .where('enrolment.state', 'in', ['ready', 'paused'])
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}
