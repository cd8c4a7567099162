import type { Work } from '../../context.ts'
import { firstName } from '../../locales/first-name.ts'
import type { BatchComposer, Composer } from '../../mail/message.ts'
import type { MailRow } from '../../mail/sql.ts'
import { openLinks } from '../accounts/links/open-link.ts'
import { answerRequest, offerReminder, offerWithdrawal } from './mails.ts'
import { isFormerParty, listAsked } from './sql.ts'

/** Asks a party; nothing when the question is no longer asked. */
export const composeAnswerRequests: BatchComposer = {
  many: async (ctx, mails, site) => {
    const asked = await findOpenQuestions(ctx, mails)
    return draftsOf(ctx, asked, site, answerRequest)
  },
}

/** Reminds a party; nothing when they have answered, or the question is no longer asked. */
export const composeOfferReminders: BatchComposer = {
  many: async (ctx, mails, site) => {
    const asked = await findOpenQuestions(ctx, mails)
    const open = asked.filter(({ answer }) => answer === null)
    return draftsOf(ctx, open, site, offerReminder)
  },
}

type Asked = Awaited<ReturnType<typeof findOpenQuestions>>[number]

async function findOpenQuestions(ctx: Work, mails: readonly MailRow[]) {
  const offers = new Map(
    (
      await listAsked(
        ctx.db,
        mails.map(({ subjectId }) => subjectId!),
      )
    ).map((offer) => [offer.id, offer]),
  )
  return mails.flatMap(({ id, subjectId, personId }) => {
    const offer = offers.get(subjectId!)
    if (offer?.state !== 'offered' || offer.expiresAt === null) return []
    const { municipality, expiresAt } = offer
    const known = { mailId: id, proposalId: offer.id, personId: personId!, municipality, expiresAt }
    if (personId === offer.mentorPersonId)
      return {
        ...{ ...known, role: 'mentor' as const, answer: offer.mentorAnswer },
        otherFirstName: firstName(offer.menteeName),
      }
    if (personId === offer.menteePersonId)
      return {
        ...{ ...known, role: 'mentee' as const, answer: offer.menteeAnswer },
        otherFirstName: firstName(offer.mentorName),
      }
    return []
  })
}

/** Each with a link of the reader's own that works as long as the offer does. */
async function draftsOf(
  ctx: Work,
  asked: readonly Asked[],
  site: { baseUrl: string },
  draft: typeof answerRequest,
) {
  const links = asked.map(({ municipality, personId, proposalId, expiresAt }) => ({
    ...{ purpose: 'answer' as const, municipality, personId, proposalId },
    lasts: ctx.now().until(expiresAt),
  }))
  const tokens = await openLinks(ctx, links)
  return new Map(
    asked.map((one, at) => [
      one.mailId,
      draft({ ...one, url: `${site.baseUrl}/answer/${tokens[at]}` }),
    ]),
  )
}

/** Tells one of the two that the question is gone; nothing to somebody who is gone themselves. */
export const composeOfferWithdrawal: Composer = async (ctx, mail) =>
  (await isFormerParty(ctx.db, mail.subjectId!, mail.personId!)) ? offerWithdrawal : undefined
