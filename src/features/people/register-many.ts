import type { RawBuilder } from 'kysely'
import type { Work } from '../../context.ts'
import { recordEventForMany } from '../audit/record.ts'
import {
  insertManyConsents,
  insertManyEnrolments,
  insertManyPeople,
  insertManyTransitions,
  replaceManyHours,
  replaceManyLanguages,
  replaceManyTopics,
  updateManyEnrolments,
  updateManyPeople,
} from './sql.ts'

export interface Incoming {
  municipality: string
  programmeId: string
  /** Who answers for it, as the record names them. */
  actor: string
  /** What they came in by, for the record. */
  subjectId: string
  consent: { text: string; locale: string }
}

/**
 * Registers or updates many people that lie in the database already, by a few statements instead of
 * dozens each. `people` selects `person_id`, `is_known`, `enrolment_id`, `is_enrolled` and `record`,
 * a checked profile; what a record leaves out stays as it is. Who is enrolled keeps their state.
 */
export async function registerMany(
  ctx: Work,
  people: RawBuilder<unknown>,
  about: Incoming,
): Promise<void> {
  const incoming = { ...about, at: ctx.now() }
  await insertManyPeople(ctx.db, people, incoming)
  await updateManyPeople(ctx.db, people)
  await insertManyEnrolments(ctx.db, people, incoming)
  await updateManyEnrolments(ctx.db, people)
  await replaceManyLanguages(ctx.db, people, about.municipality)
  await replaceManyTopics(ctx.db, people, about.municipality)
  await replaceManyHours(ctx.db, people, about.municipality)
  await insertManyTransitions(ctx.db, people, incoming)
  await insertManyConsents(ctx.db, people, incoming)
  const { municipality, actor, subjectId } = about
  await recordEventForMany(
    ctx,
    { action: 'person-imported', municipality, actor, subjectId },
    people,
  )
}
