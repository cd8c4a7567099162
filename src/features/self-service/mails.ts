import type { Draft } from '../../mail/message.ts'

export function ownPageLink(url: string): Draft {
  return {
    write: (t) => ({
      subject: t('own-page-link.subject'),
      heading: t('own-page-link.heading'),
      paragraphs: [t('own-page-link.text'), t('own-page-link.word'), t('own-page-link.limit')],
      button: { label: t('own-page-link.button'), url },
    }),
  }
}
