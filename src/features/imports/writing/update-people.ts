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
 * Changes the profiles of many people who are here already, and gives a further role to whom the file
 * has in another one. `people` selects as for `registerMany`; what a record leaves out stays as it is,
 * and whoever is enrolled keeps their state.
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
