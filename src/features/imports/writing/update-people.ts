import type { RawBuilder } from 'kysely'
import type { Work } from '../../../context.ts'
import type { Incoming } from './insert-people.ts'
import {
  replaceAway,
  replaceHours,
  replaceLanguages,
  replaceTopics,
  updateEnrolmentRows,
  updatePersonRows,
} from './changes/sql.ts'
import { insertNewRoles, avoidNestedLoops } from './sql.ts'

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
  await avoidNestedLoops(ctx.db)
  await updatePersonRows(ctx.db, people)
  await insertNewRoles(ctx.db, people, { ...about, at: ctx.now() })
  await updateEnrolmentRows(ctx.db, people)
  await replaceLanguages(ctx.db, people, about.municipality)
  await replaceTopics(ctx.db, people, about.municipality)
  await replaceHours(ctx.db, people, about.municipality)
  await replaceAway(ctx.db, people, about.municipality)
}
