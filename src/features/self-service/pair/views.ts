import { firstName } from '../../../locales/first-name.ts'
import { formatDay, formatMoment, formatTime } from '../../../locales/format.ts'
import type { PublicTranslate } from '../../../locales/translate.ts'
import {
  checkboxGroup,
  errorSummary,
  type FormState,
  formTitle,
  selectField,
  textField,
} from '../../../web/form-parts.ts'
import { one } from '../../../web/form.ts'
import type { PublicFrame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { lengths } from '../../follow-up/own-meetings/schema.ts'
import { venueLink } from '../../meetings/answers/venue-link.ts'
import type { MeetingPlaces } from '../../places/list-meeting-places.ts'
import { ownReasons } from './schema.ts'
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
          })}${meeting.venue === '–' ? '' : html`, ${venueLink(meeting)}`}
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

interface PairForm {
  pair: OwnPair
  state: FormState
}

/** Where one of the two proposes a meeting to the other. */
export function proposePage(
  frame: PublicFrame,
  { pair, state, places }: PairForm & { places: MeetingPlaces },
): string {
  const { t } = frame
  const title = t('self.pair.propose')
  const name = firstName(pair.otherName)
  const isTwice =
    state.problems.some(({ code }) => code === 'twice') ||
    one(state.values, 'occurrence') !== undefined
  return pairPage(frame, state, title, {
    lead: t('self.pair.propose.lead', { name }),
    labels: {
      day: 'self.pair.day',
      time: 'self.pair.time',
      minutes: 'self.pair.minutes',
      where: 'self.pair.where',
      placeText: 'self.pair.placeText',
    },
    action: `/me/pairs/${pair.id}/meeting`,
    fields: html`${textField(t, state, { name: 'day', label: t('self.pair.day'), type: 'date' })}
    ${textField(t, state, { name: 'time', label: t('self.pair.time'), type: 'time' })}
    ${
      isTwice
        ? selectField(t, state, {
            name: 'occurrence',
            label: t('self.pair.occurrence'),
            choices: (['first', 'second'] as const).map((value) => ({
              value,
              label: t(`self.pair.occurrence.${value}`),
            })),
          })
        : ''
    }
    ${minutesField(t, state)}
    ${selectField(t, state, {
      name: 'where',
      label: t('self.pair.where'),
      choices: [
        ...places.sites.map(({ id, name }) => ({ value: id, label: name, lang: 'da' })),
        ...(places.isOnline ? [{ value: 'online', label: t('self.pair.online') }] : []),
        ...(places.meetsElsewhere ? [{ value: 'elsewhere', label: t('self.pair.elsewhere') }] : []),
      ],
    })}
    ${
      places.meetsElsewhere
        ? textField(t, state, {
            name: 'placeText',
            label: t('self.pair.placeText'),
            hint: t('self.pair.placeTextHint', { name }),
            maxLength: 100,
          })
        : ''
    }`,
    button: t('self.pair.propose.send'),
  })
}

/** Where one of the two says that they have met. */
export function metPage(frame: PublicFrame, { pair, state }: PairForm): string {
  const { t } = frame
  return pairPage(frame, state, t('self.pair.met'), {
    lead: t('self.pair.met.lead', { name: firstName(pair.otherName) }),
    labels: { day: 'self.pair.day', minutes: 'self.pair.minutes' },
    action: `/me/pairs/${pair.id}/met`,
    fields: html`${textField(t, state, { name: 'day', label: t('self.pair.day'), type: 'date' })}
    ${minutesField(t, state)}`,
    button: t('self.pair.met.save'),
  })
}

/** Where one of the two asks that the pair ends. The other learns neither that nor why. */
export function endPage(frame: PublicFrame, { pair, state }: PairForm): string {
  const { t } = frame
  return pairPage(frame, state, t('self.pair.end'), {
    lead: t('self.pair.end.lead', { name: firstName(pair.otherName) }),
    labels: { reasons: 'self.pair.reasons' },
    action: `/me/pairs/${pair.id}/end`,
    fields: html`<input type="hidden" name="version" value="${pair.version}" /> ${checkboxGroup(
        t,
        state,
        {
          name: 'reasons',
          label: t('self.pair.reasons'),
          hint: t('self.pair.reasonsHint'),
          choices: ownReasons.map((value) => ({ value, label: t(`self.pair.reason.${value}`) })),
        },
      )}`,
    button: t('self.pair.end.send'),
  })
}

function minutesField(t: PublicTranslate, state: FormState): SafeHtml {
  const values = { minutes: '60', ...state.values }
  return selectField(
    t,
    { ...state, values },
    {
      name: 'minutes',
      label: t('self.pair.minutes'),
      choices: lengths.map((minutes) => ({
        value: String(minutes),
        label: t('self.pair.minutes.count', { minutes }),
      })),
    },
  )
}

function pairPage<Label extends Parameters<PublicTranslate>[0]>(
  frame: PublicFrame,
  state: FormState,
  title: string,
  form: {
    lead: string
    labels: Record<string, Label>
    action: string
    fields: SafeHtml
    button: string
  },
): string {
  const { t } = frame
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, form.labels)}
      <p class="font-lead">${form.lead}</p>
      <form method="post" action="${form.action}" novalidate>
        ${formToken(frame)} ${form.fields}
        <button class="button button-primary" type="submit">${form.button}</button>
      </form>
      <p><a href="/me">${t('self.back')}</a></p>`,
  )
}
