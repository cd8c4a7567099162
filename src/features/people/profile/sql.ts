import type { Insertable, Transaction } from 'kysely'
import type { DB, EnrolmentTopic, PersonLanguage } from '../../../db/types.ts'

type Tx = Transaction<DB>

export async function replaceLanguages(
  db: Tx,
  personId: string,
  languages: Insertable<PersonLanguage>[],
) {
  await db.deleteFrom('personLanguage').where('personId', '=', personId).execute()
  if (languages.length > 0) await db.insertInto('personLanguage').values(languages).execute()
}

export async function replaceTopics(
  db: Tx,
  enrolmentId: string,
  topics: Insertable<EnrolmentTopic>[],
) {
  await db.deleteFrom('enrolmentTopic').where('enrolmentId', '=', enrolmentId).execute()
  if (topics.length > 0) await db.insertInto('enrolmentTopic').values(topics).execute()
}

export async function replaceHours(
  db: Tx,
  personId: string,
  municipality: string,
  hours: readonly { day: number; from: string; to: string }[],
) {
  await db.deleteFrom('availability').where('personId', '=', personId).execute()
  if (hours.length === 0) return
  await db
    .insertInto('availability')
    .values(
      hours.map(({ day, from, to }) => ({ municipality, personId, day, starts: from, ends: to })),
    )
    .execute()
}

/** The command includes the last day; the table's ranges are half-open. */
export async function replaceAway(
  db: Tx,
  personId: string,
  municipality: string,
  away: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate }[],
) {
  await db.deleteFrom('availabilityException').where('personId', '=', personId).execute()
  if (away.length === 0) return
  await db
    .insertInto('availabilityException')
    .values(
      away.map(({ from, to }) => ({
        municipality,
        personId,
        startsOn: from,
        endsBefore: to.add({ days: 1 }),
      })),
    )
    .execute()
}
