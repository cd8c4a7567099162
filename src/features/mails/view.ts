import { type LastAnswer, lastAnswerOf } from './last-answer.ts'
import type { MailView } from './schema.ts'
import type { ListedMail } from './sql.ts'

type About = NonNullable<MailView['about']>

/** What a mail is about. A question about a meeting is about the meeting rather than its pair. */
export function aboutOf(mail: ListedMail): About | null {
  const { meetingId, matchId, proposalId, interviewId } = mail
  if (meetingId !== null) return { type: 'meeting', id: meetingId }
  if (matchId !== null) return { type: 'match', id: matchId }
  if (proposalId !== null) return { type: 'proposal', id: proposalId }
  return interviewId === null ? null : { type: 'interview', id: interviewId }
}

/** What the server answered last, unless the mail has left since. */
export function answerTo({ state, failure, medium }: ListedMail): LastAnswer | null {
  return state === 'sent' ? null : lastAnswerOf(failure, medium)
}

export function mailView(mail: ListedMail): MailView {
  const { id, kind, medium, state, personId, enrolmentId, name, attempts } = mail
  return {
    ...{
      id,
      kind: kind as MailView['kind'],
      medium,
      state,
      personId: personId!,
      enrolmentId,
      name,
    },
    about: aboutOf(mail),
    attempts,
    createdAt: mail.createdAt.toString(),
    handledAt: mail.handledAt?.toString() ?? null,
    nextTryAt: state === 'pending' ? mail.dueAt.toString() : null,
    lastAnswer: answerTo(mail),
  }
}
