import type { RawBuilder } from 'kysely'
import type { Work } from '../../../context.ts'
import { deleteManyPeople, seeArriving } from './sql.ts'

/** Takes people out again who were never seen, with all that hangs on them; `people` selects `person_id`. */
export async function deletePeople(
  ctx: Work,
  people: RawBuilder<unknown>,
  spreadsheetId: string,
): Promise<void> {
  await seeArriving(ctx.db, true)
  await deleteManyPeople(ctx.db, people, spreadsheetId)
  await seeArriving(ctx.db, false)
}
