import type { MeetingAnswer } from '../../../db/types.ts'
import type { Translate } from '../../../locales/translate.ts'

/** A sentence with the number of each answer; undefined when the meeting has no participants. */
export function answersLine(
  t: Translate,
  participants: readonly { answer: MeetingAnswer }[],
): string | undefined {
  const count = (answer: MeetingAnswer) =>
    participants.filter((participant) => participant.answer === answer).length
  if (participants.length === 0) return undefined
  return t('meetings.answers.line', {
    yes: count('yes'),
    no: count('no') + count('another_time'),
    none: count('none'),
  })
}
