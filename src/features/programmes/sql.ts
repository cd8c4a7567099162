import type { Insertable, Transaction, Updateable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { openProgramme } from '../../db/programmes.ts'
import type { DB, Partner, Programme } from '../../db/types.ts'
import type { PhoneHours } from './schema.ts'

type Tx = Transaction<DB>

/** Every municipality of the country, by name as Danes sort it. */
export async function listMunicipalities(db: Tx): Promise<{ code: string; name: string }[]> {
  const rows = await db
    .selectFrom('municipality')
    .select(['code', 'name'])
    .orderBy('code')
    .execute()
  const danish = new Intl.Collator('da')
  return rows.sort((a, b) => danish.compare(a.name, b.name))
}

export async function findMunicipality(
  db: Tx,
  code: string,
): Promise<{ code: string; name: string } | undefined> {
  return db
    .selectFrom('municipality')
    .select(['code', 'name'])
    .where('code', '=', code)
    .executeTakeFirst()
}

/** Locks the rows, so that two administrators cannot both start a municipality's programme. */
export async function lockMunicipalities(db: Tx, codes: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('municipality')
    .select('code')
    .where('code', 'in', codes)
    .orderBy('code')
    .forNoKeyUpdate()
    .execute()
  return rows.map((row) => row.code)
}

/** The open programmes with the area each serves, by name of municipality. */
export async function listProgrammes(db: Tx) {
  return programmes(db)
    .where('programme.state', '=', 'open')
    .orderBy('municipality.name')
    .orderBy('programme.id')
    .execute()
}

export async function findOwnProgramme(db: Tx, municipality: string) {
  return programmes(db)
    .where('programme.municipality', '=', municipality)
    .where('programme.state', '=', 'open')
    .orderBy('programme.createdAt')
    .limit(1)
    .executeTakeFirst()
}

function programmes(db: Tx) {
  return db
    .selectFrom('programme')
    .innerJoin('municipality', 'municipality.code', 'programme.municipality')
    .select((eb) => [
      'programme.id',
      'programme.municipality',
      'municipality.name as municipalityName',
      'programme.name',
      'programme.state',
      'programme.createdAt',
      'programme.contactName',
      'programme.phone',
      'programme.openActivities',
      eb.ref('programme.phoneHours').$castTo<PhoneHours[]>().as('phoneHours'),
      'programme.mailbox',
      jsonArrayFrom(
        eb
          .selectFrom('programmeArea')
          .innerJoin('municipality as place', 'place.code', 'programmeArea.municipality')
          .select(['place.code', 'place.name'])
          .whereRef('programmeArea.programmeId', '=', 'programme.id')
          .orderBy('place.name'),
      ).as('area'),
    ])
}

export async function insertProgramme(
  db: Tx,
  programme: Insertable<Programme>,
  area: readonly string[],
): Promise<string> {
  const { id } = await db
    .insertInto('programme')
    .values(programme)
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('programmeArea')
    .values(area.map((municipality) => ({ programmeId: id, municipality })))
    .execute()
  return id
}

export async function updateReconfirmation(
  db: Tx,
  id: string,
  days: { reconfirmAfterDays: number; reconfirmAnswerDays: number },
) {
  await db.updateTable('programme').set(days).where('id', '=', id).execute()
}

/** When a municipality's programme contacts its pairs, as it is stored. */
export async function findFollowUp(db: Tx, municipality: string) {
  return openProgramme(db, municipality)
    .select(['id', 'followUp', 'followUpVersion', 'asksToGoOn'])
    .executeTakeFirst()
}

/** Stores another plan over the version that was read; returns whether it still was that. */
export async function updateFollowUp(
  db: Tx,
  id: string,
  version: number,
  { plan, asksToGoOn }: { plan: object; asksToGoOn: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('programme')
    .set((eb) => ({
      followUp: JSON.stringify(plan),
      asksToGoOn,
      followUpVersion: eb('followUpVersion', '+', 1),
    }))
    .where('id', '=', id)
    .where('followUpVersion', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function updateActivities(db: Tx, municipality: string, activities: string | null) {
  await db
    .updateTable('programme')
    .set({ openActivities: activities })
    .where('municipality', '=', municipality)
    .execute()
}

export async function updateContact(
  db: Tx,
  municipality: string,
  contact: Pick<Updateable<Programme>, 'contactName' | 'phone' | 'phoneHours' | 'mailbox'>,
) {
  await db.updateTable('programme').set(contact).where('municipality', '=', municipality).execute()
}

export async function updateMeetingPlaces(
  db: Tx,
  municipality: string,
  places: { meetingLink: string | null; meetsElsewhere: boolean },
) {
  await db.updateTable('programme').set(places).where('municipality', '=', municipality).execute()
}

/** The organisations that help the transaction's municipality. */
export async function listPartners(db: Tx) {
  return db
    .selectFrom('partner')
    .select(['id', 'name', 'type', 'residence'])
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export async function insertPartner(db: Tx, partner: Insertable<Partner>): Promise<string> {
  const { id } = await db
    .insertInto('partner')
    .values(partner)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Colleagues with a municipality, invited or at work. Accounts owns the table. */
export async function listCoordinators(db: Tx) {
  return db
    .selectFrom('account')
    .innerJoin('municipality', 'municipality.code', 'account.municipality')
    .select((eb) => [
      'account.id',
      'account.name',
      'account.email',
      'municipality.name as municipalityName',
      'account.disabledAt',
      eb('account.password', 'is not', null).as('hasPassword'),
    ])
    .orderBy('municipality.name')
    .orderBy('account.name')
    .orderBy('account.id')
    .limit(500)
    .execute()
}
