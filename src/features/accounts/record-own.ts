import { actingAs, type Work } from '../../context.ts'
import { recordEvent } from '../audit/record.ts'
import { readAccount } from './sql.ts'

/**
 * Writes down what a colleague did to their own account, though the product did it for them. An
 * administrator belongs to no municipality, and to no municipality's record.
 */
export async function recordOwn(
  ctx: Work,
  action: 'password-changed' | 'session-ended' | 'account-linked',
  accountId: string,
): Promise<void> {
  const { id, name, role, municipality } = await readAccount(ctx.db, accountId)
  if (municipality === null) return
  const by = actingAs(ctx, { kind: 'staff', id, name, role, municipality })
  await recordEvent(by, { action, municipality, subjectId: accountId })
}
