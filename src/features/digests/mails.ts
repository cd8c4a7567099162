import type { Draft } from '../../mail/message.ts'

/** What a coordinator's week holds, as numbers. */
export interface Overview {
  meetings: number
  toRecord: number
  atRisk: number
  waiting: number
}

/** A coordinator's week: numbers and links, but no names, since the mail lies outside the console. */
export function digestMail({ baseUrl, ...week }: Overview & { baseUrl: string }): Draft {
  const counts = ['meetings', 'toRecord', 'atRisk', 'waiting'] as const
  return {
    write: (t) => ({
      subject: t('digest.subject'),
      heading: t('digest.heading'),
      paragraphs: [t('digest.text')],
      facts: counts.map((count) => ({ label: t(`digest.${count}`), value: String(week[count]) })),
      links: [
        { label: t('digest.seeMeetings'), url: `${baseUrl}/meetings` },
        { label: t('digest.seeMatches'), url: `${baseUrl}/matches` },
        { label: t('digest.seePeople'), url: `${baseUrl}/people?state=ready` },
      ],
    }),
  }
}
