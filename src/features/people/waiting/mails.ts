import { formatDay } from '../../../locales/format.ts'
import type { Draft } from '../../../mail/message.ts'

/** Says that somebody still waits, what happens next, and where they are welcome meanwhile. */
export function waitingMail(wait: {
  since: Temporal.Instant
  /** As the coordinator wrote it, in Danish. */
  activities: string | null
  url: string
}): Draft {
  const { since, activities, url } = wait
  return {
    write: (t) => ({
      subject: t('waiting.subject'),
      heading: t('waiting.heading'),
      paragraphs: [
        t('waiting.text', { day: formatDay(t.locale, since) }),
        t('waiting.next'),
        ...(activities === null
          ? []
          : [t('waiting.activities'), { text: activities, lang: 'da' as const }]),
      ],
      button: { label: t('waiting.button'), url },
    }),
  }
}
