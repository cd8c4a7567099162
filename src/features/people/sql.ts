import { type Insertable, sql, type Transaction } from 'kysely'
import { inScope, owned } from '../../db/scope/in-scope.ts'
import type {
  DB,
  Enrolment,
  EnrolmentState,
  EnrolmentTransition,
  Person,
  RequirementKind,
} from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import type { Anonymised } from './anonymise.ts'

type Tx = Transaction<DB>

/** The open programme that serves a residence, preferably the residence's own. */
export async function findProgrammeFor(
  db: Tx,
  residence: string,
  within?: string,
): Promise<{ id: string; municipality: string } | undefined> {
  return db
    .selectFrom('programme')
    .innerJoin('programmeArea', 'programmeArea.programmeId', 'programme.id')
    .select(['programme.id', 'programme.municipality'])
    .where('programme.state', '=', 'open')
    .where('programmeArea.municipality', '=', residence)
    .$if(within !== undefined, (query) => query.where('programme.municipality', '=', within!))
    .orderBy((eb) => eb('programme.municipality', '=', residence), 'desc')
    .orderBy('programme.createdAt')
    .limit(1)
    .executeTakeFirst()
}

/** The residences that are served by any programme, or by those of one municipality. */
export async function listServedMunicipalities(db: Tx, within?: string) {
  return db
    .selectFrom('municipality')
    .select(['code', 'name'])
    .where('code', 'in', (eb) =>
      eb
        .selectFrom('programmeArea')
        .innerJoin('programme', 'programme.id', 'programmeArea.programmeId')
        .where('programme.state', '=', 'open')
        .$if(within !== undefined, (query) => query.where('programme.municipality', '=', within!))
        .select('programmeArea.municipality'),
    )
    .orderBy('name')
    .execute()
}

/** Locked by its id before there is a row: otherwise a double click would register twice. */
export async function lockSubmission(db: Tx, submissionId: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${submissionId}, 0))`.execute(db)
  return db
    .selectFrom('enrolment')
    .select(['id as enrolmentId', 'personId'])
    .where('submissionId', '=', submissionId)
    .executeTakeFirst()
}

export async function insertPerson(db: Tx, person: Insertable<Person>): Promise<string> {
  const { id } = await db
    .insertInto('person')
    .values(person)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updatePerson(db: Tx, id: string, person: Partial<Insertable<Person>>) {
  await db.updateTable('person').set(person).where('id', '=', id).execute()
}

/** A person's e-mail addresses, by enrolment: current, unconfirmed and new. */
export async function findAddresses(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('person')
    .innerJoin('enrolment', 'enrolment.personId', 'person.id')
    .select(['person.email', 'person.newEmail', 'person.emailUnconfirmedSince'])
    .where('enrolment.id', '=', enrolmentId)
    .executeTakeFirst()
}

/**
 * The recipient of a confirmation mail, and whether another person gave the same address earlier.
 */
export async function findAddressee(db: Tx, personId: string) {
  return db
    .selectFrom('person')
    .select((eb) => [
      'person.email',
      'person.emailInUse',
      'person.newEmail',
      'person.municipality',
      eb
        .exists(
          eb
            .selectFrom('person as other')
            .select('other.id')
            .where((eb) =>
              eb(
                eb.fn<string>('lower', ['other.email']),
                '=',
                eb.fn<string>('lower', [eb.fn.coalesce('person.newEmail', 'person.email')]),
              ),
            )
            .whereRef('other.municipality', '=', 'person.municipality')
            .whereRef('other.id', '<', 'person.id'),
        )
        .$castTo<boolean>()
        .as('isShared'),
    ])
    .where('person.id', '=', personId)
    .executeTakeFirst()
}

export async function insertEnrolment(db: Tx, enrolment: Insertable<Enrolment>): Promise<string> {
  const { id } = await db
    .insertInto('enrolment')
    .values(enrolment)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateEnrolment(
  db: Tx,
  id: string,
  enrolment: Partial<Insertable<Enrolment>>,
) {
  await db.updateTable('enrolment').set(enrolment).where('id', '=', id).execute()
}

export async function insertTransition(db: Tx, transition: Insertable<EnrolmentTransition>) {
  await db.insertInto('enrolmentTransition').values(transition).execute()
}

/** Locked: otherwise two coordinators could both move it from the same state. */
export async function lockEnrolment(db: Tx, id: string) {
  return db
    .selectFrom('enrolment')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** Locked: otherwise two simultaneous edits would both pass the version check. */
export async function lockPerson(db: Tx, id: string) {
  return db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** The requirements a mentor lacks on a day. Requirements owns the tables. */
export async function listMissing(
  db: Tx,
  enrolmentId: string,
  day: Temporal.PlainDate,
): Promise<RequirementKind[]> {
  const { rows } = await sql<{ kind: RequirementKind }>`
    select kind from missing_requirement(${day}::date)
    where ${inScope('missing_requirement')} and enrolment_id = ${enrolmentId} order by kind`.execute(
    db,
  )
  return rows.map((row) => row.kind)
}

/** Writes the state. Any move ends a pause, whatever its end date, unless it pauses anew. */
export async function markState(
  db: Tx,
  id: string,
  move: {
    state: EnrolmentState
    at: Temporal.Instant
    readySince: Temporal.Instant | null
    pausedUntil: Temporal.PlainDate | null
  },
) {
  const { at: stateSince, ...changed } = move
  await db
    .updateTable('enrolment')
    .set({ ...changed, stateSince })
    .where('id', '=', id)
    .execute()
}

/** Shows or hides anonymised people in this transaction; only statistics and erasure show them. */
export async function showAnonymised(db: Tx, sees: boolean) {
  await sql`select set_config('app.nameless', ${sees ? 'on' : ''}, true)`.execute(db)
}

/** Copies a person, their enrolments and consents under new ids, with only what statistics read. */
export async function insertAnonymised(db: Tx, personId: string): Promise<Anonymised> {
  const { municipality } = await db
    .selectFrom('person')
    .select('municipality')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const { rows: people } = await sql<{ id: string }>`
    insert into person (municipality, name, channel, locale, sex, birth_year, residence, created_at, nameless)
    select ${owned(municipality)}, '', 'letter', 'da', sex, birth_year, residence, created_at, true
    from person where ${inScope('person')} and id = ${personId} returning id`.execute(db)
  const person = { old: personId, new: people[0]!.id }
  const { rows: enrolments } = await sql<{ old: string; new: string }>`
    with copy as (select enrolment.*, uuidv7() as copy_id from enrolment
      where ${inScope('enrolment')} and person_id = ${personId}),
    inserted as (insert into enrolment (id, municipality, programme_id, person_id, role, state,
        state_since, ready_since, source_partner_id, created_at, nameless)
      select copy_id, ${owned(municipality)}, programme_id, ${person.new}, role, state,
        state_since, ready_since, source_partner_id, created_at, true from copy)
    select id as old, copy_id as new from copy order by created_at, id`.execute(db)
  await sql`
    with copy as (select consent.*, uuidv7() as copy_id from consent
      where ${inScope('consent')} and person_id = ${personId}),
    inserted as (insert into consent (id, municipality, person_id, purpose, locale, text, given_at, way, actor)
      select copy_id, ${owned(municipality)}, ${person.new}, purpose, 'da', '', given_at, way, 'person' from copy)
    insert into consent_withdrawal (consent_id, municipality, person_id, way, actor, at)
    select copy.copy_id, ${owned(municipality)}, ${person.new}, withdrawal.way, 'person', withdrawal.at
    from copy join consent_withdrawal as withdrawal on withdrawal.consent_id = copy.id
      and ${inScope('withdrawal')}`.execute(db)
  return { person, enrolments }
}

/** Cascades to everything that refers to the person. */
export async function deletePerson(db: Tx, id: string) {
  await db.deleteFrom('person').where('id', '=', id).execute()
}
