import type { EnrolmentRole } from '../../db/types.ts'
import { formatDay } from '../../locales/format.ts'
import type { Draft } from '../../mail/message.ts'

/** Asks one party for a yes or no. Does not say who is a refugee: others may read the screen. */
export function answerRequest(request: {
  role: EnrolmentRole
  /** The other's first name; nothing else is disclosed before both have said yes. */
  otherFirstName: string
  expiresAt: Temporal.Instant
  url: string
}): Draft {
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

/** Tells a party that the offer is withdrawn, without a name or reason: the other may be erased. */
export const offerWithdrawal: Draft = {
  write: (t) => ({
    subject: t('offer-withdrawn.subject'),
    heading: t('offer-withdrawn.heading'),
    paragraphs: [t('offer-withdrawn.text'), t('offer-withdrawn.next')],
  }),
}
