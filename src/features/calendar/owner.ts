import type { Actor } from '../../context.ts'
import { Problem } from '../../problems.ts'

/** Whose calendar it is: a mentor's or mentee's, or a coordinator's. */
export type Owner = { municipality: string } & (
  { personId: string; accountId: null } | { personId: null; accountId: string }
)

/** The calendar of who acts. An administrator takes part in nothing. */
export function ownerOf(actor: Actor): Owner {
  if (actor.kind === 'person')
    return { municipality: actor.municipality, personId: actor.id, accountId: null }
  if (actor.kind !== 'staff' || actor.municipality === null) throw new Problem('not-allowed')
  return { municipality: actor.municipality, personId: null, accountId: actor.id }
}
