import type { Work } from '../../context.ts'
import { insertAnonymised, deletePerson, showAnonymised } from './sql.ts'

/** The old and new ids of an anonymised person. */
export interface Anonymised {
  person: { old: string; new: string }
  enrolments: { old: string; new: string }[]
}

/**
 * Replaces a person by an anonymous copy that holds only what statistics read. `move` points kept
 * rows at the new ids; then the person is deleted with everything else.
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
