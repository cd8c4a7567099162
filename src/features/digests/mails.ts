import { firstName } from '../../locales/first-name.ts'
import { formatList, formatMoment } from '../../locales/format.ts'
import type { MailTranslate } from '../../locales/translate.ts'
import type { Draft } from '../../mail/message.ts'

export interface Overview {
  meetings: { startsAt: Temporal.Instant; names: string[] }[]
  toRecord: number
  pairsAtRisk: { mentorName: string; menteeName: string }[]
  waiting: number
}

/** As many lines at the most under a heading. */
const most = 10

/** A coordinator's week: numbers and first names only, since the mail lies outside the console. */
export function digestMail({ baseUrl, ...week }: Overview & { baseUrl: string }): Draft {
  const { meetings, toRecord, pairsAtRisk, waiting } = week
  return {
    write: (t) => ({
      subject: t('digest.subject'),
      heading: t('digest.heading'),
      paragraphs: [],
      sections: [
        {
          heading: t('digest.meetings', { count: meetings.length }),
          lines: firstFew(
            t,
            meetings.map(
              ({ startsAt, names }) =>
                `${formatMoment(t.locale, startsAt)}: ${formatList(t.locale, names.map(firstName))}`,
            ),
          ),
        },
        { heading: t('digest.toRecord', { count: toRecord }), lines: [] },
        {
          heading: t('digest.atRisk', { count: pairsAtRisk.length }),
          lines: firstFew(
            t,
            pairsAtRisk.map((pair) =>
              formatList(t.locale, [firstName(pair.mentorName), firstName(pair.menteeName)]),
            ),
          ),
        },
        { heading: t('digest.waiting', { count: waiting }), lines: [] },
      ],
      links: [
        { label: t('digest.seeMeetings'), url: `${baseUrl}/meetings` },
        { label: t('digest.seeMatches'), url: `${baseUrl}/matches` },
        { label: t('digest.seePeople'), url: `${baseUrl}/people?state=ready` },
      ],
    }),
  }
}

function firstFew(t: MailTranslate, lines: string[]): string[] {
  if (lines.length <= most) return lines
  return [...lines.slice(0, most), t('digest.more', { count: lines.length - most })]
}
