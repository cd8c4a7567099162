import type { RawBuilder } from 'kysely'
import type { Work } from '../../../context.ts'
import type { Incoming } from './insert-people.ts'
import {
  replaceManyAway,
  replaceManyHours,
  replaceManyLanguages,
  replaceManyTopics,
  updateManyEnrolments,
  updateManyPeople,
} from './changes/sql.ts'
import { insertManyEnrolments, joinByHash } from './sql.ts'

/**
 * Changes profiles of registered people in bulk, and enrols them in another role where the file has
 * one. `people` selects as for `insertPeople`; values a record does not have stay, and an enrolment
 * keeps its state.
 */
export async function updatePeople(
  ctx: Work,
  people: RawBuilder<unknown>,
  about: Incoming,
): Promise<void> {
  await joinByHash(ctx.db)
  await updateManyPeople(ctx.db, people)
  await insertManyEnrolments(ctx.db, people, { ...about, at: ctx.now() })
  await updateManyEnrolments(ctx.db, people)
  await replaceManyLanguages(ctx.db, people, about.municipality)
  await replaceManyTopics(ctx.db, people, about.municipality)
  await replaceManyHours(ctx.db, people, about.municipality)
  await replaceManyAway(ctx.db, people, about.municipality)
}
