import type { Composer } from '../../../mail/message.ts'
import { openLink } from '../../accounts/links/open-link.ts'
import { reconfirmationMail } from './mails.ts'
import { readQuestion } from './sql.ts'

/** A late yes still counts: the link outlasts the answer's time. */
const lateYes = { hours: 24 * 60 }

/** Writes the question with a link of its own; nothing once it is answered or its time is up. */
export const composeReconfirmation: Composer = async (ctx, mail, site) => {
  const question = await readQuestion(ctx.db, mail.subjectId!)
  if (question.answer !== null || question.lapsedAt !== null) return undefined
  const token = await openLink(ctx, {
    purpose: 'reconfirmation',
    municipality: question.municipality,
    personId: question.personId,
    reconfirmationId: question.id,
    lasts: ctx.now().until(question.answerBy.add(lateYes)),
  })
  return reconfirmationMail({
    answerBy: question.answerBy,
    url: `${site.baseUrl}/interested/${token}`,
  })
}
