import { actingAs, type Context, transact } from '../../context.ts'
import { openSession } from './open-session.ts'
import { useLink } from './use-link.ts'

/** Uses a sign-in link up and returns the token of the session it opens. Refuses a used or old one. */
export async function useSignInLink(ctx: Context, token: string): Promise<string> {
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const link = await useLink(ctx, token, 'sign-in')
    return openSession(
      ctx,
      link.accountId === null ? { personId: link.personId! } : { accountId: link.accountId },
    )
  })
}
