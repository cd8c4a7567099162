import { actingAs, type Context, transact, type Work } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { hashToken } from '../../../web/session.ts'
import { hashWord } from './link-requester.ts'
import { openSession } from '../sessions/open-session.ts'
import { lockLink, markWrongWord } from './sql.ts'
import { useLink } from './use-link.ts'

/** Allows for typing errors; a guess has five chances in a hundred million words. */
const mostWords = 5

/** What shows that a browser, or its user, asked for the link. */
export interface LinkProof {
  browser?: string | undefined
  word?: string | undefined
}

/**
 * Uses a sign-in link and returns the token of the session it opens. Refuses a used or expired
 * link, and a link that another browser asked for unless the word shown there is given; after five
 * wrong words the link expires.
 */
export async function useSignInLink(
  ctx: Context,
  token: string,
  shown: LinkProof = {},
): Promise<string> {
  const outcome = await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    // Returned, not thrown: a rollback would forget the wrong word.
    const refusal = await refusalOf(ctx, hashToken(token), shown)
    if (refusal !== undefined) return refusal
    const link = await useLink(ctx, token, 'sign-in')
    return openSession(
      ctx,
      link.accountId === null ? { personId: link.personId! } : { accountId: link.accountId },
    )
  })
  if (outcome instanceof Problem) throw outcome
  return outcome
}

/** Why the link does not open here; undefined when it does, or when it is invalid anyway. */
async function refusalOf(ctx: Work, hash: string, shown: LinkProof): Promise<Problem | undefined> {
  const link = await lockLink(ctx.db, hash, 'sign-in', ctx.now())
  if (link === undefined || isRequester(link, shown.browser)) return undefined
  const { word } = shown
  if (word === undefined) return wrongWord('required')
  if (hashWord(word) === link.wordHash) return undefined
  const wrong = await markWrongWord(ctx.db, hash, { most: mostWords, at: ctx.now() })
  return wrong < mostWords ? wrongWord('word') : new Problem('link-expired')
}

/** Whether a link opens in a browser without the word: the browser asked for it, or none did. */
export function isRequester(
  link: { browserHash: string | null },
  browser: string | undefined,
): boolean {
  if (link.browserHash === null) return true
  return browser !== undefined && hashToken(browser) === link.browserHash
}

function wrongWord(code: 'required' | 'word'): Problem {
  return new Problem('invalid-input', { fields: [{ pointer: '/word', code }] })
}
