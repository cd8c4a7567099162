import { firstName } from '../../locales/first-name.ts'
import type { Composer } from '../../mail/message.ts'
import { openLink } from '../accounts/links/open-link.ts'
import { answerRequest, offerWithdrawal } from './mails.ts'
import { findParty, isFormerParty } from './sql.ts'

/** Writes the question to one party, with a link of their own; nothing when it is no longer asked. */
export const composeAnswerRequest: Composer = async (ctx, mail, site) => {
  const party = await findParty(ctx.db, mail.subjectId!, mail.personId!)
  if (party === undefined) return undefined
  const { proposal, role, person } = party
  if (proposal.state !== 'offered' || proposal.expiresAt === null) return undefined
  const token = await openLink(ctx, {
    purpose: 'answer',
    municipality: person.municipality,
    personId: mail.personId!,
    proposalId: proposal.id,
    lasts: ctx.now().until(proposal.expiresAt),
  })
  return answerRequest({
    role,
    otherFirstName: firstName(role === 'mentor' ? proposal.menteeName : proposal.mentorName),
    expiresAt: proposal.expiresAt,
    url: `${site.baseUrl}/answer/${token}`,
  })
}

/** Tells one of the two that the question is gone; nothing to somebody who is gone themselves. */
export const composeOfferWithdrawal: Composer = async (ctx, mail) =>
  (await isFormerParty(ctx.db, mail.subjectId!, mail.personId!)) ? offerWithdrawal : undefined
