import type { Draft } from '../../../mail/message.ts'

/**
 * Confirms a registration or a new address, and says what happens next. It does not reveal the
 * role, because others may read it. Whether the address was known is said only here, to its reader.
 */
export function confirmationMail(about: {
  address: string
  kind: 'registration' | 'email-changed'
  /** Another person gave the same address earlier. */
  isShared: boolean
  url: string
}): Draft {
  const { address, kind, isShared, url } = about
  return {
    address,
    write: (t) => ({
      subject: t(`${kind}.subject`),
      heading: t(`${kind}.heading`),
      paragraphs: [
        t(`${kind}.text`),
        t('registration.page'),
        ...(isShared ? [t('registration.shared')] : []),
        t('registration.limit'),
      ],
      button: { label: t('registration.button'), url },
    }),
  }
}

/** Does not name the new address, because the reader may not be the person. */
export function newEmailNotice(url: string): Draft {
  return {
    write: (t) => ({
      subject: t('email-replaced.subject'),
      heading: t('email-replaced.heading'),
      paragraphs: [t('email-replaced.text'), t('email-replaced.not')],
      button: { label: t('email-replaced.button'), url },
    }),
  }
}
