import { firstName } from '../../../locales/first-name.ts'
import { formatDay, formatMoment, formatTime } from '../../../locales/format.ts'
import type { PublicTranslate } from '../../../locales/translate.ts'
import type { PublicFrame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken } from '../../../web/layout.ts'
import { venueLink } from '../../meetings/answers/venue-link.ts'
import type { listMeetingsAhead, OwnPair } from './sql.ts'

export type OwnMeeting = Awaited<ReturnType<typeof listMeetingsAhead>>[number]

/** One pair on a person's own page: with whom, when they meet, and what can be done. */
export function pairSection(frame: PublicFrame, pair: OwnPair, meetings: SafeHtml): SafeHtml {
  const { t } = frame
  const name = firstName(pair.otherName)
  return html`<section class="panel" aria-labelledby="pair-${pair.id}">
    <h2 id="pair-${pair.id}">${t('self.pair.title', { name })}</h2>
    <p>${standing(t, pair)}</p>
    ${
      pair.otherPhone === null
        ? ''
        : html`<p>
            ${t('self.pair.phone', { name })}
            <a href="tel:${pair.otherPhone}" dir="ltr">${pair.otherPhone}</a>
          </p>`
    }
    <h3>${t('self.meetings')}</h3>
    ${meetings}
    ${
      isRunning(pair)
        ? html`<p class="actions">
            <a class="button button-primary" href="/me/pairs/${pair.id}/meeting"
              >${t('self.pair.propose')}</a
            >
            <a class="button button-secondary" href="/me/pairs/${pair.id}/met"
              >${t('self.pair.met')}</a
            >
          </p>`
        : ''
    }
    ${
      pair.proposedFor === null
        ? ''
        : html`<p>
            ${t('self.pair.proposed', { name, at: formatMoment(t.locale, pair.proposedFor) })}
          </p>`
    }
    ${phoneForm(frame, pair)}
    ${
      pair.hasAskedToEnd
        ? html`<p>${t('self.pair.end.asked')}</p>`
        : html`<p><a href="/me/pairs/${pair.id}/end">${t('self.pair.end')}</a></p>`
    }
  </section>`
}

/** To the one who did not ask that it ends, a pair looks as before. */
function isRunning({ state, wasActive, hasAskedToEnd }: OwnPair): boolean {
  return state === 'active' || (state === 'closing' && wasActive && !hasAskedToEnd)
}

function standing(t: PublicTranslate, { state, since, pausedUntil }: OwnPair): string {
  if (state === 'paused')
    return pausedUntil === null
      ? t('self.pair.paused')
      : t('self.pair.pausedUntil', { day: formatDay(t.locale, pausedUntil) })
  return t('self.pair.since', { day: formatDay(t.locale, since) })
}

/** The meetings to come, each with when and where. */
export function meetingList(frame: PublicFrame, meetings: readonly OwnMeeting[]): SafeHtml {
  const { t } = frame
  if (meetings.length === 0) return html`<p>${t('self.noMeetings')}</p>`
  return html`<ul>
    ${meetings.map(
      (meeting) =>
        html`<li>
          ${t('meetings.fromTo', {
            from: formatMoment(t.locale, meeting.startsAt),
            to: formatTime(t.locale, meeting.endsAt),
          })}${meeting.venue === '–' ? '' : html`<br />${venueLink(meeting)}`}
          ${
            meeting.isAhead
              ? html`<br />${t.dynamic(`meetings.answer.given.${meeting.answer}`)}
                  <a href="/me/meetings/${meeting.id}">${t('self.pair.answer')}</a>`
              : ''
          }
        </li>`,
    )}
  </ul>`
}

/** Numbers are shown to the two when both allow it; each can take it back. */
function phoneForm(frame: PublicFrame, pair: OwnPair): SafeHtml | string {
  const { t } = frame
  if (!pair.hasPhone) return ''
  const name = firstName(pair.otherName)
  const { sharesPhone, otherSharesPhone } = pair
  return html`<form method="post" action="/me/pairs/${pair.id}/phone">
    ${formToken(frame)} <input type="hidden" name="shares" value="${sharesPhone ? 'no' : 'yes'}" />
    <p>
      ${
        sharesPhone
          ? t(otherSharesPhone ? 'self.pair.phone.both' : 'self.pair.phone.own', { name })
          : t('self.pair.phone.none', { name })
      }
    </p>
    <button class="button button-secondary" type="submit">
      ${t(sharesPhone ? 'self.pair.phone.hide' : 'self.pair.phone.share')}
    </button>
  </form>`
}
