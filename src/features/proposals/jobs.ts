import { isLocale } from '../../locales/locale.ts'
import type { Composer } from '../../mail/message.ts'
import { openLink } from '../accounts/links/open-link.ts'
import { answerRequest, firstName, offerWithdrawal } from './mails.ts'
import { findParty, readFormerParty } from './sql.ts'

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
    to: {
      name: person.name,
      address: person.email,
      locale: isLocale(person.locale) ? person.locale : 'da',
    },
    role,
    otherFirstName: firstName(role === 'mentor' ? proposal.menteeName : proposal.mentorName),
    expiresAt: proposal.expiresAt,
    url: `${site.baseUrl}/answer/${token}`,
  })
}

/** Tells one of the two that the question is gone; nothing to somebody who is gone themselves. */
export const composeOfferWithdrawal: Composer = async (ctx, mail) => {
  const person = await readFormerParty(ctx.db, mail.subjectId!, mail.personId!)
  if (person === undefined) return undefined
  const locale = isLocale(person.locale) ? person.locale : 'da'
  return offerWithdrawal({ name: person.name, address: person.email, locale })
}
