import { actingAs, type Work } from '../../context.ts'
import { recordEvent } from '../audit/record.ts'
import { readAccount } from './sql.ts'

/**
 * Records what a colleague did to their own account, which the product carries out as the system.
 * Administrators have no municipality and so no audit record.
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
