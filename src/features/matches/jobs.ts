import { firstName } from '../../locales/first-name.ts'
import type { Composer } from '../../mail/message.ts'
import { openLink } from '../accounts/links/open-link.ts'
import { alsoCancel } from '../meetings/notices/also-cancel.ts'
import { findQuestion } from './go-on/sql.ts'
import { goOnQuestion, matchClosed, matchMade, matchPaused } from './mails.ts'
import { findPairOf } from './sql.ts'

/** Tells one of a pair that they are one, unless it is over by the time the mail leaves. */
export const composeMatchMade: Composer = async (ctx, mail) => {
  const pair = await findPairOf(ctx.db, mail.subjectId!, mail.personId!)
  if (pair === undefined || pair.state === 'closed' || pair.otherName === null) return undefined
  const { otherName, episode, asksToGoOn } = pair
  return matchMade({
    otherFirstName: firstName(otherName),
    isAgain: (episode ?? 1) > 1,
    asksToGoOn,
  })
}

/**
 * Tells one of a pair that it pauses, unless it does not any more, and takes its meetings in between out
 * of their calendar.
 */
export const composeMatchPaused: Composer = async (ctx, mail) => {
  const pair = await findPairOf(ctx.db, mail.subjectId!, mail.personId!)
  if (pair?.state !== 'paused') return undefined
  return alsoCancel(
    ctx,
    mail,
    matchPaused({ until: pair.pausedUntil, otherFirstName: firstNameOf(pair) }),
  )
}

/**
 * Tells one party that the match is over, and takes its meetings out of their calendar. Sends nothing
 * to a person who has been erased.
 */
export const composeMatchClosed: Composer = async (ctx, mail) => {
  const pair = await findPairOf(ctx.db, mail.subjectId!, mail.personId!)
  if (pair === undefined || pair.state !== 'closed') return undefined
  const isReady = pair.ownState === 'ready'
  return alsoCancel(ctx, mail, matchClosed({ isReady, otherFirstName: firstNameOf(pair) }))
}

function firstNameOf({ otherName }: { otherName: string | null }): string | null {
  return otherName === null ? null : firstName(otherName)
}

/** Asks one of a pair whether it shall go on; nothing when it need not be answered any more. */
export const composeGoOn: Composer = async (ctx, mail, site) => {
  const question = await findQuestion(ctx.db, mail.subjectId!)
  if (question === undefined) return undefined
  const { id: questionId, municipality, personId, otherName, answerBy } = question
  const lasts = ctx.now().until(answerBy)
  if (lasts.sign <= 0) return undefined
  const link = { purpose: 'question', municipality, personId, questionId, lasts } as const
  const token = await openLink(ctx, link)
  return goOnQuestion({
    otherFirstName: firstName(otherName),
    answerBy,
    url: `${site.baseUrl}/m/${token}`,
  })
}
