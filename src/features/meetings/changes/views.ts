import { formatMoment } from '../../../locales/format.ts'
import type { MessageKey } from '../../../locales/translate.ts'
import {
  checkbox,
  errorSummary,
  type FormState,
  formTitle,
  selectField,
} from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import type { MeetingPlaces } from '../../places/list-meeting-places.ts'
import type { Times } from '../planning/find-times.ts'
import { planForm, planLabels, whereFields } from '../planning/views.ts'
import type { MeetingRow } from '../sql.ts'
import { cancelReasons, sides } from './schema.ts'

/** What the error summary calls the fields of a change. */
export const changeLabels = {
  by: 'meetings.cancel.by',
  reason: 'meetings.cancel.reason',
  matchId: 'meetings.pair.which',
} as const satisfies Record<string, MessageKey>

export function movePage(
  frame: Frame,
  move: { meeting: MeetingRow; places: MeetingPlaces; times: Times | undefined; state: FormState },
): string {
  const { t } = frame
  const { meeting, places, times, state } = move
  const title = t('meetings.move.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, planLabels)}
      <p class="font-lead">
        ${t('meetings.move.now', { at: formatMoment(t.locale, meeting.startsAt) })}
        <bdi lang="da">${meeting.venue}</bdi>
      </p>
      <p>${t('meetings.move.consequence', { count: meeting.participants.length })}</p>
      <form method="get" action="/meetings/${meeting.id}/move">
        ${whereFields(t, places, state)}
        <button class="button button-secondary" type="submit">
          ${t('meetings.plan.findTimes')}
        </button>
      </form>
      ${
        times === undefined
          ? ''
          : planForm(frame, state, times, {
              action: `/meetings/${meeting.id}/moves`,
              submit: t('meetings.move.do'),
              hidden: html`<input type="hidden" name="version" value="${meeting.version}" />`,
            })
      }
      <p><a href="/meetings/${meeting.id}">${t('meetings.toMeeting')}</a></p>`,
  )
}

/** Where a planned meeting is moved or cancelled, and pairs are added; with what follows from it. */
export function changing(frame: Frame, meeting: MeetingRow, state: FormState): SafeHtml {
  const { t } = frame
  return html`<section aria-labelledby="change">
    <h2 id="change">${t('meetings.change.title')}</h2>
    <p class="actions">
      <a class="button button-secondary" href="/meetings/${meeting.id}/move"
        >${t('meetings.move.title')}</a
      >
      <a class="button button-secondary" href="/meetings/${meeting.id}/pairs"
        >${t('meetings.pair.add')}</a
      >
    </p>
    ${cancelForm(frame, meeting, state, { hasBegun: false })}
  </section>`
}

/** Where a meeting is called off; of one that has begun, that it never was, which nobody is told. */
export function cancelForm(
  frame: Frame,
  meeting: MeetingRow,
  state: FormState,
  { hasBegun }: { hasBegun: boolean },
): SafeHtml {
  const { t } = frame
  const withoutMail = meeting.participants.filter(({ hasNoMail }) => hasNoMail).length
  const isOpen = state.problems.some(({ pointer }) => /^\/(by|reason)/.test(pointer))
  return html`<details ${isOpen ? html`open` : ''}>
    <summary>${t(hasBegun ? 'meetings.cancel.never' : 'meetings.cancel.title')}</summary>
    <p>
      ${
        hasBegun
          ? t('meetings.cancel.neverHint')
          : t('meetings.cancel.consequence', { count: meeting.participants.length })
      }
    </p>
    ${
      hasBegun || withoutMail === 0
        ? ''
        : html`<p>${t('meetings.cancel.letters', { count: withoutMail })}</p>`
    }
    <form method="post" action="/meetings/${meeting.id}/cancellation" novalidate>
      ${formToken(frame)} <input type="hidden" name="version" value="${meeting.version}" />
      ${selectField(t, state, {
        name: 'by',
        label: t('meetings.cancel.by'),
        nothing: t('meetings.choose'),
        choices: sides.map((value) => ({ value, label: t(`meetings.side.${value}`) })),
      })}
      ${selectField(t, state, {
        name: 'reason',
        label: t('meetings.cancel.reason'),
        hint: t('meetings.cancel.reasonHint'),
        nothing: t('meetings.choose'),
        choices: cancelReasons.map((value) => ({
          value,
          label: t(`meetings.cancelled.${value}`),
        })),
      })}
      <button class="button button-primary" type="submit">
        ${t(hasBegun ? 'meetings.cancel.doNever' : 'meetings.cancel.do')}
      </button>
    </form>
  </details>`
}

export function addPage(
  frame: Frame,
  add: {
    meeting: MeetingRow
    others: readonly { id: string; mentorName: string; menteeName: string }[]
    state: FormState
  },
): string {
  const { t } = frame
  const { meeting, others, state } = add
  const title = t('meetings.pair.add')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, { ...changeLabels, ...planLabels, startsAt: 'meetings.plan.times' })}
      <p class="font-lead">
        ${t('meetings.move.now', { at: formatMoment(t.locale, meeting.startsAt) })}
        <bdi lang="da">${meeting.venue}</bdi>
      </p>
      <p>${t('meetings.pair.addConsequence')}</p>
      ${
        others.length === 0
          ? html`<p>${t('meetings.pair.none')}</p>`
          : html`<form method="post" action="/meetings/${meeting.id}/pairs" novalidate>
              ${formToken(frame)} <input type="hidden" name="version" value="${meeting.version}" />
              <div id="field-startsAt">
                ${selectField(t, state, {
                  name: 'matchId',
                  label: t('meetings.pair.which'),
                  choices: others.map(({ id, mentorName, menteeName }) => ({
                    value: id,
                    label: `${mentorName} + ${menteeName}`,
                  })),
                })}
              </div>
              ${checkbox(t, state, {
                name: 'agreedByPhone',
                label: t('meetings.plan.agreedByPhone'),
                hint: t('meetings.plan.agreedByPhoneHint'),
              })}
              <button class="button button-primary" type="submit">
                ${t('meetings.pair.doAdd')}
              </button>
            </form>`
      }
      <p><a href="/meetings/${meeting.id}">${t('meetings.toMeeting')}</a></p>`,
  )
}

/** Takes one of several pairs out. */
export function removeForm(frame: Frame, meeting: MeetingRow, matchId: string): SafeHtml {
  const { t } = frame
  return html`<form method="post" action="/meetings/${meeting.id}/pairs/removal">
    ${formToken(frame)} <input type="hidden" name="version" value="${meeting.version}" />
    <input type="hidden" name="matchId" value="${matchId}" />
    <button class="button button-tertiary" type="submit">${t('meetings.pair.remove')}</button>
  </form>`
}
