import type { Work } from '../../context.ts'
import { insertAnonymised, deletePerson, showAnonymised } from './sql.ts'

/** What became of a person's ids: the new ones lead to nobody. */
export interface Anonymised {
  person: { old: string; new: string }
  enrolments: { old: string; new: string }[]
}

/**
 * Puts a nameless row in a person's place that holds no more than the statistics read, hands `move`
 * the new ids for what hangs on the old ones, and deletes the person with everything else.
 */
export async function anonymisePerson(
  ctx: Work,
  personId: string,
  move: (ids: Anonymised) => Promise<void>,
): Promise<void> {
  await showAnonymised(ctx.db, true)
  const ids = await insertAnonymised(ctx.db, personId)
  await move(ids)
  await deletePerson(ctx.db, personId)
  await showAnonymised(ctx.db, false)
}
