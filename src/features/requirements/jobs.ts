import type { Composer } from '../../mail/message.ts'
import { interviewMail } from './mails.ts'
import { readInterviewMail } from './sql.ts'

/** Tells the volunteer what is true when the mail leaves; nothing once the interview was held. */
export const composeInterview: Composer = async (ctx, mail) => {
  const interview = await readInterviewMail(ctx.db, mail.subjectId!)
  if (interview === undefined || interview.state === 'held') return undefined
  const { state, enrolmentState } = interview
  const hearsAgain = enrolmentState === 'registered' || enrolmentState === 'interview_booked'
  return interviewMail({ ...interview, state, hearsAgain })
}
