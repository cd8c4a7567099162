import { actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordOwn } from './record-own.ts'
import { countAttempt } from './attempts/count-attempt.ts'
import { openSession } from './sessions/open-session.ts'
import { checkPassword, hashPassword } from './password.ts'
import type { ChangePassword } from './schema.ts'
import { deleteDevices } from './sessions/sql.ts'
import { lockAccount, markPassword, raiseEpoch, readAccount } from './sql.ts'

/**
 * Changes the password, ends every session, because others may know the old password, and returns
 * the token of a new session. Refuses a wrong current password.
 */
export async function changePassword(
  ctx: Context,
  accountId: string,
  given: ChangePassword,
): Promise<string> {
  const system = actingAs(ctx, { kind: 'system' })
  const wrong = new Problem('invalid-input', { fields: [{ pointer: '/current', code: 'wrong' }] })
  await countAttempt(ctx, [{ key: `change ${accountId}`, most: 10 }])
  const before = await transact(system, (ctx) => readAccount(ctx.db, accountId))
  if (!(await checkPassword(given.current, before.password)).isRight) throw wrong
  const password = await hashPassword(given.password)
  return transact(system, async (ctx) => {
    const account = await lockAccount(ctx.db, accountId)
    if (account.password !== before.password) throw wrong
    await markPassword(ctx.db, accountId, password)
    await deleteDevices(ctx.db, accountId)
    await raiseEpoch(ctx.db, accountId)
    await recordOwn(ctx, 'password-changed', accountId)
    return openSession(ctx, { accountId })
  })
}
