import type { Draft } from '../../mail/message.ts'

/** Names neither anybody nor what it is about: others read a colleague’s mailbox too. */
export function concernNotice({ url }: { url: string }): Draft {
  return {
    write: (t) => ({
      subject: t('concern.subject'),
      heading: t('concern.heading'),
      paragraphs: [t('concern.text')],
      button: { label: t('concern.button'), url },
    }),
  }
}
