import { type Context, transact } from '../../context.ts'
import { recordEvent } from '../audit/record.ts'
import type { ChangeContact } from './schema.ts'
import { updateContact } from './sql.ts'

/** Says whom people of the programme call and write to. */
export async function changeContact(
  ctx: Context,
  municipality: string,
  contact: ChangeContact,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    await updateContact(ctx.db, municipality, {
      contactName: contact.contactName ?? null,
      phone: contact.phone ?? null,
      phoneHours: JSON.stringify(contact.phoneHours),
      mailbox: contact.mailbox ?? null,
    })
    await recordEvent(ctx, { action: 'programme-changed', municipality })
  })
}
