import type { RawBuilder } from 'kysely'
import type { Work } from '../../../context.ts'
import { deleteManyPeople, seeArriving } from './sql.ts'

/** Deletes people who were never visible, with all their rows; `people` selects `person_id`. */
export async function deletePeople(
  ctx: Work,
  people: RawBuilder<unknown>,
  spreadsheetId: string,
): Promise<void> {
  await seeArriving(ctx.db, true)
  await deleteManyPeople(ctx.db, people, spreadsheetId)
  await seeArriving(ctx.db, false)
}
