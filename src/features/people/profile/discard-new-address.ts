import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import { lockPerson, updatePerson } from '../sql.ts'
import { changeAddress } from './change-address.ts'

/** Discards a person's unconfirmed new address; its confirmation link stops working. */
export async function discardNewAddress(
  ctx: Context,
  { municipality, personId }: { municipality: string; personId: string },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const person = await lockPerson(ctx.db, personId)
    if (person.newEmail === null) throw new Problem('state-conflict')
    await changeAddress(ctx, person, person.email)
    await updatePerson(ctx.db, personId, { version: person.version + 1 })
    await recordEvent(ctx, { action: 'profile-changed', municipality, personId })
  })
}
