import { type Insertable, sql, type Transaction } from 'kysely'
import { party } from '../../db/parties.ts'
import { inScope } from '../../db/scope/in-scope.ts'
import type { DB, LinkRequest, RequirementKind } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

/** Every role the person has, the oldest first. */
export async function listRoles(db: Tx, personId: string) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('programme', 'programme.id', 'enrolment.programmeId')
    .select([
      'enrolment.id',
      'enrolment.role',
      'enrolment.state',
      'enrolment.pausedUntil',
      'person.name',
      'programme.name as programmeName',
    ])
    .where('enrolment.personId', '=', personId)
    .orderBy('enrolment.createdAt')
    .orderBy('enrolment.id')
    .execute()
}
export type RoleRow = Awaited<ReturnType<typeof listRoles>>[number]

/** A role of the person; a role of somebody else is not found. */
export async function readRole(db: Tx, personId: string, id: string) {
  return db
    .selectFrom('enrolment')
    .select(['id', 'role', 'state'])
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** The address in use, and the new one until it is confirmed. */
export async function readOwnAddress(db: Tx, personId: string) {
  return db
    .selectFrom('person')
    .select(['emailInUse', 'newEmail', 'newEmailSince'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}
export type AddressRow = Awaited<ReturnType<typeof readOwnAddress>>

/** The person's offers and matches; of the other only the first name is read. */
export async function listOwnProposals(db: Tx, personId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin(party('mentor'), 'mentor.id', 'proposal.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'proposal.menteeId')
    .leftJoin('match', 'match.proposalId', 'proposal.id')
    .select((eb) => [
      'proposal.id',
      'proposal.state',
      'proposal.mentorId',
      'proposal.menteeId',
      'match.state as matchState',
      eb
        .case()
        .when('mentor.personId', '=', personId)
        .then(eb.ref('mentee.name'))
        .else(eb.ref('mentor.name'))
        .end()
        .as('otherName'),
    ])
    .where('proposal.state', 'in', ['offered', 'accepted'])
    .where((eb) =>
      eb.or([eb('mentor.personId', '=', personId), eb('mentee.personId', '=', personId)]),
    )
    .orderBy('proposal.offeredAt', 'desc')
    .orderBy('proposal.id')
    .execute()
}
export type OwnProposalRow = Awaited<ReturnType<typeof listOwnProposals>>[number]

/** What the programmes require of the person as a mentor, and what is met. */
export async function listOwnRequirements(db: Tx, personId: string) {
  const { rows } = await sql<{
    enrolmentId: string
    kind: RequirementKind
    metOn: Temporal.PlainDate | null
    expiresOn: Temporal.PlainDate | null
  }>`
    select required.enrolment_id, required.kind, required.met_on, required.expires_on
    from required_of_mentors() as required
    join enrolment on enrolment.id = required.enrolment_id
    where ${inScope('required')} and ${inScope('enrolment')} and enrolment.person_id = ${personId}
    order by required.kind`.execute(db)
  return rows
}
export type RequirementRow = Awaited<ReturnType<typeof listOwnRequirements>>[number]

/** The person's interviews, booked or held, the latest first; the reason is for colleagues. */
export async function listOwnInterviews(db: Tx, personId: string) {
  return db
    .selectFrom('interview')
    .innerJoin('enrolment', 'enrolment.id', 'interview.enrolmentId')
    .innerJoin('site', 'site.id', 'interview.siteId')
    .select([
      'interview.enrolmentId',
      'interview.startsAt',
      'interview.decision',
      'site.name as siteName',
    ])
    .where('enrolment.personId', '=', personId)
    .where('interview.state', '<>', 'cancelled')
    .orderBy('interview.startsAt', 'desc')
    .execute()
}
export type InterviewRow = Awaited<ReturnType<typeof listOwnInterviews>>[number]

export async function insertLinkRequest(db: Tx, request: Insertable<LinkRequest>): Promise<string> {
  const { id } = await db
    .insertInto('linkRequest')
    .values(request)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Deletes the address of a request and returns it. */
export async function takeEmail(db: Tx, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('linkRequest')
    .select('email')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  await db.updateTable('linkRequest').set({ email: null }).where('id', '=', id).execute()
  return row?.email ?? undefined
}

/** Which browser made a request; undefined when it was too long ago. */
export async function findAsker(db: Tx, id: string) {
  return db
    .selectFrom('linkRequest')
    .select(['browserHash', 'wordHash'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** People who gave an address, in every municipality; at most five. */
export async function listPeopleByEmail(db: Tx, email: string) {
  return db
    .selectFrom('person')
    .select(['id', 'municipality', 'emailUnconfirmedSince'])
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .orderBy('id')
    .limit(5)
    .execute()
}

export async function readAddressee(db: Tx, personId: string) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'emailInUse as email', 'locale', 'municipality'])
    .where('id', '=', personId)
    .executeTakeFirst()
}
