import type { Work } from '../../context.ts'
import { copyNameless, deletePerson, seeNameless } from './sql.ts'

/** What became of a person's ids: the new ones lead to nobody. */
export interface Nameless {
  person: { old: string; new: string }
  enrolments: { old: string; new: string }[]
}

/**
 * Puts a nameless row in a person's place that holds no more than the statistics read, hands `move`
 * the new ids for what hangs on the old ones, and deletes the person with everything else.
 */
export async function leaveNameless(
  ctx: Work,
  personId: string,
  move: (ids: Nameless) => Promise<void>,
): Promise<void> {
  await seeNameless(ctx.db, true)
  const ids = await copyNameless(ctx.db, personId)
  await move(ids)
  await deletePerson(ctx.db, personId)
  await seeNameless(ctx.db, false)
}
