import type { RawBuilder } from 'kysely'
import type { Work } from '../../../context.ts'
import { insertManyPeople, seeArriving } from './sql.ts'

/** Where many people come from, and who answers for them. */
export interface Incoming {
  municipality: string
  programmeId: string
  /** As the record names them. */
  actor: string
  /** The file they came in by; while it hides its people, nobody sees these. */
  spreadsheetId: string
  consent: { text: string; locale: string }
}

/**
 * Registers many people that lie in the database already, by one statement instead of dozens each.
 * `people` selects `person_id`, `enrolment_id` and `record`, a checked profile. They are hidden until
 * their file says that all are in.
 */
export async function insertPeople(
  ctx: Work,
  people: RawBuilder<unknown>,
  about: Incoming,
): Promise<void> {
  await seeArriving(ctx.db, true)
  await insertManyPeople(ctx.db, people, { ...about, at: ctx.now() })
  await seeArriving(ctx.db, false)
}
