import { zone } from '../../../locales/zone.ts'
import { formatDay } from '../../../locales/format.ts'
import type { Translate } from '../../../locales/translate.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { reasonList } from '../state-text.ts'
import type { MatchDetail } from './read-match.ts'

interface Entry {
  on: Temporal.PlainDate
  recordedAt: Temporal.Instant | null
  text: SafeHtml | string
}

/** What happened in a match, the latest first: by the day it happened, then as it was recorded. */
export function timeline(t: Translate, match: MatchDetail): SafeHtml {
  const entries = [...ofEvents(t, match), ...ofMeetings(t, match), ...ofAnswers(t, match)]
    .concat(ofCheckIns(t, match))
    .toSorted(
      (a, b) =>
        Temporal.PlainDate.compare(b.on, a.on) ||
        (b.recordedAt?.epochMilliseconds ?? 0) - (a.recordedAt?.epochMilliseconds ?? 0),
    )
  return html`<ol class="nobullet-list">
    ${entries.map(
      ({ on, recordedAt, text }) =>
        html`<li>${formatDay(t.locale, on)}: ${text} ${recordedLater(t, on, recordedAt)}</li>`,
    )}
  </ol>`
}

function recordedLater(
  t: Translate,
  on: Temporal.PlainDate,
  recordedAt: Temporal.Instant | null,
): SafeHtml | string {
  const day = recordedAt?.toZonedDateTimeISO(zone).toPlainDate()
  if (day === undefined || day.equals(on)) return ''
  return html`<small>${t('matches.recordedOn', { day: formatDay(t.locale, day) })}</small>`
}

function ofEvents(t: Translate, match: MatchDetail): Entry[] {
  return match.events.map((event) => ({
    on: event.happenedOn,
    recordedAt: event.recordedAt,
    text: eventText(t, match, event),
  }))
}

function eventText(t: Translate, match: MatchDetail, event: MatchDetail['events'][number]): string {
  if (event.kind === 'opened')
    return t(event.number > 1 ? 'matches.event.reopened' : 'matches.event.opened')
  if (event.kind === 'paused' && event.until !== null)
    return t('matches.event.pausedUntil', { day: formatDay(t.locale, event.until) })
  if (event.kind === 'closing') {
    const reasons = reasonList(t, event.reasons)
    return t('matches.event.closing', { who: sideName(t, match, event.side), reasons })
  }
  return t(`matches.event.${event.kind}`)
}

/** One of the two by name, or the library. */
export function sideName(
  t: Translate,
  match: { mentorName: string; menteeName: string },
  side: 'mentor' | 'mentee' | 'coordinator' | null,
): string {
  if (side === 'mentor') return match.mentorName
  return side === 'mentee' ? match.menteeName : t('matches.side.coordinator')
}

function ofMeetings(t: Translate, { meetings }: MatchDetail): Entry[] {
  return meetings.flatMap(({ id, state, startsAt }) =>
    state === 'held' || state === 'no_show'
      ? {
          on: startsAt.toZonedDateTimeISO(zone).toPlainDate(),
          recordedAt: startsAt,
          text: html`<a href="/meetings/${id}">${t(`matches.event.${state}`)}</a>`,
        }
      : [],
  )
}

function ofAnswers(t: Translate, match: MatchDetail): Entry[] {
  return match.goOn.flatMap(({ answer, answeredAt, role }) =>
    answer === null || answeredAt === null
      ? []
      : {
          on: answeredAt.toZonedDateTimeISO(zone).toPlainDate(),
          recordedAt: answeredAt,
          text: t(`matches.event.goOn.${answer}`, { who: sideName(t, match, role) }),
        },
  )
}

function ofCheckIns(t: Translate, match: MatchDetail): Entry[] {
  return match.checkIns.map(({ mentorId, menteeId, happenedOn, recordedAt }) => ({
    on: happenedOn,
    recordedAt,
    text: t('matches.event.checkIn', {
      who:
        mentorId !== null && menteeId !== null
          ? t('followUp.with.both')
          : sideName(t, match, mentorId === null ? 'mentee' : 'mentor'),
    }),
  }))
}
