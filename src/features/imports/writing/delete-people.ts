import type { RawBuilder } from 'kysely'
import type { Work } from '../../../context.ts'
import { deleteUnseenPeople, showHiddenPeople } from './sql.ts'

/** Deletes people who were never visible, with all their rows; `people` selects `person_id`. */
export async function deletePeople(
  ctx: Work,
  people: RawBuilder<unknown>,
  spreadsheetId: string,
): Promise<void> {
  await showHiddenPeople(ctx.db, true)
  await deleteUnseenPeople(ctx.db, people, spreadsheetId)
  await showHiddenPeople(ctx.db, false)
}
