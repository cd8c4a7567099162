import type { Draft } from '../../mail/message.ts'

/** Says only that a concern waits, without names or contents: others may read a colleague’s mailbox. */
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
