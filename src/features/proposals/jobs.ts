import type { Work } from '../../context.ts'
import { firstName } from '../../locales/first-name.ts'
import type { Composer } from '../../mail/message.ts'
import type { MailRow } from '../../mail/sql.ts'
import { openLink } from '../accounts/links/open-link.ts'
import { answerRequest, offerReminder, offerWithdrawal } from './mails.ts'
import { findParty, isFormerParty } from './sql.ts'

/** Asks one party; nothing when the question is no longer asked. */
export const composeAnswerRequest: Composer = async (ctx, mail, site) => {
  const asked = await findOpenQuestion(ctx, mail)
  return asked && answerRequest(await withLink(ctx, mail, site, asked))
}

/** Reminds one party; nothing when they have answered, or the question is no longer asked. */
export const composeOfferReminder: Composer = async (ctx, mail, site) => {
  const asked = await findOpenQuestion(ctx, mail)
  if (asked === undefined || asked.answer !== null) return undefined
  return offerReminder(await withLink(ctx, mail, site, asked))
}

async function findOpenQuestion(ctx: Work, mail: MailRow) {
  const party = await findParty(ctx.db, mail.subjectId!, mail.personId!)
  if (party === undefined) return undefined
  const { proposal, role } = party
  const { state, expiresAt, mentorAnswer, menteeAnswer } = proposal
  if (state !== 'offered' || expiresAt === null) return undefined
  const isMentor = role === 'mentor'
  return {
    role,
    expiresAt,
    municipality: proposal.municipality,
    answer: isMentor ? mentorAnswer : menteeAnswer,
    otherFirstName: firstName(isMentor ? proposal.menteeName : proposal.mentorName),
  }
}

/** With a link of the reader's own that works as long as the offer does. */
async function withLink(
  ctx: Work,
  mail: MailRow,
  site: { baseUrl: string },
  asked: NonNullable<Awaited<ReturnType<typeof findOpenQuestion>>>,
) {
  const { role, otherFirstName, expiresAt, municipality } = asked
  const token = await openLink(ctx, {
    purpose: 'answer',
    municipality,
    personId: mail.personId!,
    proposalId: mail.subjectId!,
    lasts: ctx.now().until(expiresAt),
  })
  return { role, otherFirstName, expiresAt, url: `${site.baseUrl}/answer/${token}` }
}

/** Tells one of the two that the question is gone; nothing to somebody who is gone themselves. */
export const composeOfferWithdrawal: Composer = async (ctx, mail) =>
  (await isFormerParty(ctx.db, mail.subjectId!, mail.personId!)) ? offerWithdrawal : undefined
