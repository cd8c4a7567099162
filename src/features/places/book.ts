import { type Actor, type Context, transact } from '../../context.ts'
import { type FieldProblem, Problem } from '../../problems.ts'
import type { Appointment, Holder, Period } from './schema.ts'
import { insertBookings, listHolderNames } from './sql.ts'

/**
 * Books everybody and everything that a meeting or interview takes up, or nothing: refuses when one
 * of them is booked at that time, and names it to coordinators.
 */
export async function book(
  ctx: Context,
  what: Appointment & { municipality: string },
  during: Period,
  holders: readonly Holder[],
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const booked = await insertBookings(ctx.db, what, during, holders)
    const taken = holders.filter(({ id }) => !booked.includes(id))
    if (taken.length === 0) return
    const names = await listHolderNames(
      ctx.db,
      taken.map(({ id }) => id),
    )
    throw new Problem('taken', { fields: taken.map((one) => refusal(ctx.actor, one, names)) })
  })
}

const pointers = { person: '/startsAt', room: '/roomId', account: '/accountId' } as const

function refusal(actor: Actor, { kind, id }: Holder, names: Map<string, string>): FieldProblem {
  const name = names.get(id)
  const mayKnow = kind === 'room' || actor.kind === 'staff' || actor.kind === 'client'
  return name === undefined || !mayKnow
    ? { pointer: pointers[kind], code: 'somebodyBooked' }
    : { pointer: pointers[kind], code: 'booked', args: { name } }
}
