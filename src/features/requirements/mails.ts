import { formatMoment } from '../../locales/format.ts'
import type { Draft } from '../../mail/message.ts'
import { interviewLasts } from './schema.ts'

/**
 * Tells a volunteer and their calendar when and where the interview is, or that it is cancelled.
 * The subject is neutral: it shows on locked screens and in shared calendars.
 */
export function interviewMail(interview: {
  id: string
  state: 'booked' | 'cancelled'
  startsAt: Temporal.Instant
  sequence: number
  changedAt: Temporal.Instant
  /** Whether another time follows when it is cancelled; not for somebody who has left. */
  hearsAgain: boolean
  siteName: string
  siteAddress: string
}): Draft {
  const { id, state, startsAt, sequence, changedAt, hearsAgain, siteName, siteAddress } = interview
  const place = `${siteName}, ${siteAddress}`
  return {
    write: (t) => ({
      subject: t('interview.subject'),
      heading: t(`interview.${state}.heading`),
      paragraphs: [
        t(`interview.${state}.text`),
        ...(state === 'cancelled' && hearsAgain ? [t('interview.cancelled.again')] : []),
      ],
      facts: [
        { label: t('frame.when'), value: formatMoment(t.locale, startsAt) },
        { label: t('frame.where'), value: place },
      ],
    }),
    appointments: (t) => [
      {
        method: state === 'booked' ? 'REQUEST' : 'CANCEL',
        id: `interview-${id}`,
        startsAt,
        endsAt: startsAt.add(interviewLasts),
        sequence,
        changedAt,
        summary: t('interview.subject'),
        description: t(`interview.${state}.text`),
        location: place,
      },
    ],
  }
}
