import type { Locale } from '../../../locales/locale.ts'
import { translatePublic } from '../../../locales/translate.ts'
import { renderMail } from '../../../mail/layout.ts'
import type { Message } from '../../../mail/message.ts'

/**
 * Confirms a registration or a new address, and says what happens next. It does not reveal the
 * role, because others may read it. Whether the address was known is said only here, to its reader.
 */
export function confirmationMail(about: {
  to: { name: string; address: string }
  locale: Locale
  /** True after a registration, false after a change of address. */
  isNew: boolean
  /** Another person gave the same address earlier. */
  isShared: boolean
  url: string
}): Message {
  const { to, locale, isNew, isShared, url } = about
  return {
    to,
    locale,
    subject: translatePublic(locale)('people.mail.subject'),
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

/** Does not name the new address, because the reader may not be the person. */
export function newEmailNotice(about: {
  to: { name: string; address: string }
  locale: Locale
  url: string
}): Message {
  const { to, locale, url } = about
  return {
    to,
    locale,
    subject: translatePublic(locale)('people.mail.replacedSubject'),
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
