import { type Insertable, sql, type Transaction } from 'kysely'
import { inScope } from '../../db/scope/in-scope.ts'
import { openProgramme } from '../../db/programmes.ts'
import type { DB, Interview, Requirement, RequirementKind } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

/** Locks the municipality's open programme, so that the settings of two coordinators do not mix. */
export async function lockProgramme(db: Tx, municipality: string) {
  return openProgramme(db, municipality)
    .select(['id', 'municipality'])
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function listRequired(db: Tx, municipality: string) {
  return db
    .selectFrom('programmeRequirement')
    .innerJoin('programme', 'programme.id', 'programmeRequirement.programmeId')
    .select(['programmeRequirement.kind', 'programmeRequirement.lastsMonths'])
    .where('programme.municipality', '=', municipality)
    .where('programme.state', '=', 'open')
    .orderBy('programmeRequirement.kind')
    .execute()
}

export async function replaceRequired(
  db: Tx,
  programme: { id: string; municipality: string },
  required: readonly { kind: RequirementKind; lastsMonths?: number | undefined }[],
) {
  await db.deleteFrom('programmeRequirement').where('programmeId', '=', programme.id).execute()
  if (required.length === 0) return
  await db
    .insertInto('programmeRequirement')
    .values(
      required.map(({ kind, lastsMonths }) => ({
        municipality: programme.municipality,
        programmeId: programme.id,
        kind,
        lastsMonths: lastsMonths ?? null,
      })),
    )
    .execute()
}

/** How many ready mentors lack a requirement on a day; matching leaves them out. */
export async function countReadyLacking(
  db: Tx,
  municipality: string,
  day: Temporal.PlainDate,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from enrolment where municipality = ${municipality} and ${inScope('enrolment')}
    and state = 'ready' and role = 'mentor' and id in
      (select enrolment_id from missing_requirement(${day}::date)
        where ${inScope('missing_requirement')})`.execute(db)
  return rows[0]!.n
}

/** Mentors who wait for requirements, and may become ready when these change. */
export async function listPending(db: Tx, programmeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select('id')
    .where('programmeId', '=', programmeId)
    .where('role', '=', 'mentor')
    .where('state', 'in', ['requirements_pending', 'suspended'])
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Locks the enrolment, so that a renewal and the nightly job cannot decide at once. */
export async function lockMentor(db: Tx, id: string) {
  const enrolment = await db
    .selectFrom('enrolment')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  if (enrolment.role !== 'mentor') throw new Problem('not-found')
  return enrolment
}

export async function readMentor(db: Tx, id: string) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select([
      'enrolment.id',
      'enrolment.personId',
      'enrolment.municipality',
      'enrolment.state',
      'person.name',
    ])
    .where('enrolment.id', '=', id)
    .where('enrolment.role', '=', 'mentor')
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** The reason of a mentor's latest suspension. */
export async function findSuspensionReason(db: Tx, enrolmentId: string) {
  const row = await db
    .selectFrom('enrolmentTransition')
    .select('reason')
    .where('enrolmentId', '=', enrolmentId)
    .where('toState', '=', 'suspended')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.reason ?? undefined
}

export async function listStanding(db: Tx, enrolmentId: string, day: Temporal.PlainDate) {
  const { rows } = await sql<{
    kind: RequirementKind
    metOn: Temporal.PlainDate | null
    expiresOn: Temporal.PlainDate | null
    missing: boolean
  }>`
    select kind, met_on, expires_on,
      met_on is null or met_on > ${day}::date or coalesce(expires_on < ${day}::date, false) as missing
    from required_of_mentors()
    where ${inScope('required_of_mentors')} and enrolment_id = ${enrolmentId} order by kind`.execute(
    db,
  )
  return rows
}

export async function findLasting(db: Tx, programmeId: string, kind: RequirementKind) {
  return db
    .selectFrom('programmeRequirement')
    .select('lastsMonths')
    .where('programmeId', '=', programmeId)
    .where('kind', '=', kind)
    .executeTakeFirst()
}

/** The latest days replace the earlier ones; the audit log keeps both. */
export async function upsertRequirement(db: Tx, requirement: Insertable<Requirement>) {
  const { metOn, expiresOn } = requirement
  await db
    .insertInto('requirement')
    .values(requirement)
    .onConflict((conflict) =>
      conflict
        .columns(['enrolmentId', 'kind'])
        .doUpdateSet({ metOn, expiresOn: expiresOn ?? null }),
    )
    .execute()
}

/** Ready mentors who lack something on a day, whatever their municipality. */
export async function listReadyLacking(db: Tx, day: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from enrolment where ${inScope('enrolment')} and state = 'ready' and role = 'mentor'
      and id in (select enrolment_id from missing_requirement(${day}::date)
        where ${inScope('missing_requirement')}) order by id`.execute(db)
  return rows.map((row) => row.id)
}

/** Requirements of ready or paused mentors that expire between two days. */
export async function listExpiring(db: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  const { rows } = await sql<{
    municipality: string
    enrolmentId: string
    kind: RequirementKind
    expiresOn: Temporal.PlainDate
  }>`
    select required.municipality, required.enrolment_id, required.kind, required.expires_on
    from required_of_mentors() as required
    join enrolment on enrolment.id = required.enrolment_id
    where ${inScope('required')} and ${inScope('enrolment')} and enrolment.state in ('ready', 'paused')
      and required.expires_on between ${from}::date and ${to}::date
    order by required.enrolment_id, required.kind`.execute(db)
  return rows
}

export async function readReconfirmation(db: Tx, municipality: string) {
  return openProgramme(db, municipality)
    .select(['reconfirmAfterDays', 'reconfirmAnswerDays'])
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function findBookedInterview(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('interview')
    .innerJoin('site', 'site.id', 'interview.siteId')
    .innerJoin('enrolment', 'enrolment.id', 'interview.enrolmentId')
    .select([
      'interview.id',
      'interview.startsAt',
      'interview.siteId',
      'interview.municipality',
      'enrolment.personId',
      'site.name as siteName',
    ])
    .where('interview.enrolmentId', '=', enrolmentId)
    .where('interview.state', '=', 'booked')
    .executeTakeFirst()
}

export async function insertInterview(db: Tx, interview: Insertable<Interview>): Promise<string> {
  const { id } = await db
    .insertInto('interview')
    .values(interview)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes the appointment: its calendar entry has a new version. */
export async function changeInterview(
  db: Tx,
  id: string,
  interview: Partial<Insertable<Interview>> & { changedAt: Temporal.Instant },
) {
  await db
    .updateTable('interview')
    .set((eb) => ({ ...interview, sequence: eb('sequence', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function markInterviewHeld(
  db: Tx,
  id: string,
  outcome: Required<Pick<Insertable<Interview>, 'decision' | 'reason' | 'decidedBy' | 'decidedAt'>>,
) {
  await db
    .updateTable('interview')
    .set({ state: 'held', ...outcome })
    .where('id', '=', id)
    .execute()
}

/** What the mail about an interview says, as of now. */
export async function readInterviewMail(db: Tx, id: string) {
  return db
    .selectFrom('interview')
    .innerJoin('site', 'site.id', 'interview.siteId')
    .innerJoin('enrolment', 'enrolment.id', 'interview.enrolmentId')
    .select([
      'interview.id',
      'enrolment.state as enrolmentState',
      'interview.state',
      'interview.sequence',
      'interview.changedAt',
      'interview.startsAt',
      'site.name as siteName',
      'site.address as siteAddress',
    ])
    .where('interview.id', '=', id)
    .executeTakeFirst()
}

/** Past interviews without a recorded result. */
export async function listUnrecorded(db: Tx, before: Temporal.Instant) {
  return db
    .selectFrom('interview')
    .innerJoin('enrolment', 'enrolment.id', 'interview.enrolmentId')
    .select(['interview.municipality', 'interview.enrolmentId', 'interview.startsAt'])
    .where('interview.state', '=', 'booked')
    .where('interview.startsAt', '<', before)
    .where('enrolment.state', '=', 'interview_booked')
    .orderBy('interview.id')
    .execute()
}
