import { type Context, transact } from '../../context.ts'
import { type ConsentRow, readConsents } from '../people/consent/read.ts'
import { findErasureRequest, listAhead, readPersonOf } from './sql.ts'

export interface PersonalData {
  person: Awaited<ReturnType<typeof readPersonOf>>
  consents: ConsentRow[]
  /** When the person asked to be erased. */
  askedAt: Temporal.Instant | undefined
  /** What an erasure would end: open proposals and matches, and future meetings. */
  ahead: Awaited<ReturnType<typeof listAhead>>
}

/** A person's consents, their request to be erased, and what is open with them. */
export async function readPersonalData(
  ctx: Context,
  whose: { personId: string } | { enrolmentId: string },
): Promise<PersonalData> {
  return transact(ctx, async (ctx) => {
    const person = await readPersonOf(ctx.db, whose)
    return {
      person,
      consents: await readConsents(ctx, person.id),
      askedAt: (await findErasureRequest(ctx.db, person.id))?.askedAt,
      ahead: await listAhead(ctx.db, person.id, ctx.now()),
    }
  })
}
