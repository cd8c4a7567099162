import type { EnrolmentRole } from '../../db/types.ts'
import { formatDay } from '../../locales/format.ts'
import type { Draft } from '../../mail/message.ts'

interface AnswerRequest {
  role: EnrolmentRole
  /** The other's first name; nothing else is disclosed before both have said yes. */
  otherFirstName: string
  expiresAt: Temporal.Instant
  url: string
}

/** Asks one party for a yes or no. Does not say who is a refugee: others may read the screen. */
export function answerRequest(request: AnswerRequest): Draft {
  const { role, otherFirstName: name, expiresAt, url } = request
  return {
    write: (t) => ({
      subject: t('answer-request.subject'),
      heading: t('answer-request.heading', { name }),
      paragraphs: [
        t(`answer-request.${role}`, { name }),
        t('answer-request.until', { day: formatDay(t.locale, expiresAt) }),
      ],
      button: { label: t('answer-request.button'), url },
    }),
  }
}

/** Reminds one party of the question. */
export function offerReminder({
  role,
  otherFirstName: name,
  expiresAt,
  url,
}: AnswerRequest): Draft {
  return {
    write: (t) => ({
      subject: t('offer-reminder.subject'),
      heading: t('answer-request.heading', { name }),
      paragraphs: [
        t('offer-reminder.text'),
        t(`answer-request.${role}`, { name }),
        t('offer-reminder.until', { day: formatDay(t.locale, expiresAt) }),
      ],
      button: { label: t('answer-request.button'), url },
    }),
  }
}

/** Tells a party that the offer is withdrawn, without a name or reason: the other may be erased. */
export const offerWithdrawal: Draft = {
  write: (t) => ({
    subject: t('offer-withdrawn.subject'),
    heading: t('offer-withdrawn.heading'),
    paragraphs: [t('offer-withdrawn.text'), t('offer-withdrawn.next')],
  }),
}
