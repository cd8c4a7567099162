import { type Locale, translate } from '../../../locales/translate.ts'
import { renderMail } from '../../../mail/layout.ts'
import type { Message } from '../../../mail/message.ts'

/**
 * Says that answers have come, or a new address, and what happens next. Not as what somebody takes
 * part, for others may read it; and only here, where the address alone can read, that it was known.
 */
export function confirmationMail(about: {
  to: { name: string; address: string }
  locale: Locale
  /** They have just registered; else they wrote a new address on their page. */
  isNew: boolean
  /** Somebody else gave the same address before. */
  isShared: boolean
  url: string
}): Message {
  const { to, locale, isNew, isShared, url } = about
  return {
    to,
    locale,
    subject: translate(locale)('people.mail.subject'),
    ...renderMail(locale, (t) => ({
      heading: t(isNew ? 'people.mail.heading' : 'people.mail.changedHeading'),
      paragraphs: [
        t('people.mail.greeting', { name: to.name.split(/\s+/)[0]! }),
        t(isNew ? 'people.mail.text' : 'people.mail.changedText'),
        t('people.mail.page'),
        ...(isShared ? [t('people.mail.shared')] : []),
        t('people.mail.limit'),
      ],
      button: { label: t('people.mail.button'), url },
    })),
  }
}
