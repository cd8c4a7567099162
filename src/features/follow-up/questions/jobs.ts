import { firstName } from '../../../locales/first-name.ts'
import type { Composer, Draft } from '../../../mail/message.ts'
import { openLink } from '../../accounts/links/open-link.ts'
import { fitQuestion, meetingProposal, monthQuestion, outcomeQuestion } from './mails.ts'
import { monthOf } from './month.ts'
import { type AskedQuestion, findQuestion } from './sql.ts'

export const composeOutcomeQuestion: Composer = composeWith((question) =>
  question.startsAt === null || question.meetingState !== 'scheduled'
    ? undefined
    : outcomeQuestion({ ...question, startsAt: question.startsAt }),
)

export const composeFitQuestion: Composer = composeWith(fitQuestion)

export const composeMonthQuestion: Composer = composeWith((question) =>
  monthQuestion({ ...question, month: monthOf(question) }),
)

/** It can be answered until the meeting begins. */
export const composeMeetingProposal: Composer = composeWith((question) =>
  meetingProposal({ ...question, startsAt: question.answerBy }),
)

/** Writes a question with a link of its own; nothing once it is answered, withdrawn or too late. */
function composeWith(
  write: (question: AskedQuestion & { otherFirstName: string; url: string }) => Draft | undefined,
): Composer {
  return async (ctx, mail, site) => {
    const question = await findQuestion(ctx.db, mail.subjectId!, mail.personId!)
    if (question === undefined || question.answer !== null || question.withdrawnAt !== null)
      return undefined
    const lasts = ctx.now().until(question.answerBy)
    if (lasts.sign <= 0) return undefined
    const { id: questionId, municipality, personId } = question
    const link = { purpose: 'question', municipality, personId, questionId, lasts } as const
    const url = `${site.baseUrl}/m/${await openLink(ctx, link)}`
    return write({ ...question, otherFirstName: firstName(question.otherName), url })
  }
}
