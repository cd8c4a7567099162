import type { MeetingAnswer, MeetingPlace } from '../../../db/types.ts'
import { formatList, formatMoment, formatTime } from '../../../locales/format.ts'
import type { PublicTranslate } from '../../../locales/translate.ts'
import {
  checkboxGroup,
  errorSummary,
  type FormState,
  formTitle,
  radioGroup,
} from '../../../web/form-parts.ts'
import type { PublicFrame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { venueLink } from './venue-link.ts'

export interface InvitationPage {
  action: string
  nonce: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  place: MeetingPlace
  venue: string
  /** First names. */
  others: string[]
  answer: MeetingAnswer | null
  times: Temporal.Instant[]
  phone: string | null
}

export function invitationPage(
  frame: PublicFrame,
  invitation: InvitationPage,
  state: FormState,
): string {
  const { t } = frame
  const { startsAt, endsAt, others, phone } = invitation
  const title = t('meetings.answer.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, {
        answer: 'meetings.answer.choose',
        wishes: 'meetings.answer.wishes',
      })}
      ${
        others.length === 0
          ? ''
          : html`<p>${t('meetings.answer.with', { names: formatList(t.locale, others) })}</p>`
      }
      <dl>
        <dt>${t('meetings.answer.when')}</dt>
        <dd>
          ${t('meetings.fromTo', {
            from: formatMoment(t.locale, startsAt),
            to: formatTime(t.locale, endsAt),
          })}
        </dd>
        <dt>${t('meetings.answer.where')}</dt>
        <dd>${venueLink(invitation)}</dd>
      </dl>
      <p class="font-lead" role="status">${given(t, invitation)}</p>
      ${answerForm(frame, invitation, state)}
      <p>${t('meetings.answer.until')}</p>
      ${phone === null ? '' : html`<p>${t('meetings.answer.phone', { phone })}</p>`}`,
  )
}

function given(t: PublicTranslate, { answer }: InvitationPage): string {
  return t.dynamic(`meetings.answer.given.${answer ?? 'none'}`)
}

function answerForm(
  frame: PublicFrame,
  { action, nonce, times }: InvitationPage,
  state: FormState,
): SafeHtml {
  const { t } = frame
  return html`<form method="post" action="${action}" novalidate>
    ${formToken(frame)} <input type="hidden" name="nonce" value="${nonce}" />
    ${radioGroup(t, state, {
      name: 'answer',
      label: t('meetings.answer.choose'),
      choices: (['yes', 'no', 'another_time'] as const).map((value) => ({
        value,
        label: t(`meetings.answer.${value}`),
      })),
    })}
    ${
      times.length === 0
        ? ''
        : checkboxGroup(t, state, {
            name: 'wishes',
            label: t('meetings.answer.wishes'),
            hint: t('meetings.answer.wishesHint'),
            choices: times.map((time) => ({
              value: time.toString(),
              label: formatMoment(t.locale, time),
            })),
          })
    }
    <button class="button button-primary" type="submit">${t('meetings.answer.send')}</button>
  </form>`
}
