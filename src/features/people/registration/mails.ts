import type { Locale } from '../../../locales/locale.ts'
import { translate } from '../../../locales/translate.ts'
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

/**
 * Tells the holder of an address that another is to take its place, without saying which: this one may
 * be read by somebody who is not to know.
 */
export function newEmailNotice(about: {
  to: { name: string; address: string }
  locale: Locale
  url: string
}): Message {
  const { to, locale, url } = about
  return {
    to,
    locale,
    subject: translate(locale)('people.mail.replacedSubject'),
    ...renderMail(locale, (t) => ({
      heading: t('people.mail.replacedHeading'),
      paragraphs: [
        t('people.mail.greeting', { name: to.name.split(/\s+/)[0]! }),
        t('people.mail.replacedText'),
        t('people.mail.replacedNot'),
      ],
      button: { label: t('people.mail.replacedButton'), url },
    })),
  }
}
