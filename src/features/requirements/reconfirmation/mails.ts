import { formatDay } from '../../../locales/format.ts'
import type { Draft } from '../../../mail/message.ts'

/** Asks whether somebody is still interested, without saying in what. */
export function reconfirmationMail(question: { answerBy: Temporal.Instant; url: string }): Draft {
  const { answerBy, url } = question
  return {
    write: (t) => ({
      subject: t('reconfirmation.subject'),
      heading: t('reconfirmation.heading'),
      paragraphs: [
        t('reconfirmation.text'),
        t('reconfirmation.until', { day: formatDay(t.locale, answerBy) }),
      ],
      button: { label: t('reconfirmation.button'), url },
    }),
  }
}
