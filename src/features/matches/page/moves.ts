import { formatDay } from '../../../locales/format.ts'
import type { Translate } from '../../../locales/translate.ts'
import {
  checkboxGroup,
  type FormState,
  radioGroup,
  selectField,
  textField,
} from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken } from '../../../web/layout.ts'
import { answerChannels, closingReasons } from '../schema.ts'
import { reasonList } from '../state-text.ts'
import type { MatchDetail } from './read-match.ts'
import { sideName } from './timeline.ts'

/** The form of a page that was refused, and what was typed there. */
export interface Typed extends FormState {
  form?: 'pause' | 'closure' | 'confirmation' | 'go-on'
}

/** What can be done with a match in its state. What cannot be undone says first what it does. */
export function moveForms(frame: Frame, match: MatchDetail, typed: Typed): SafeHtml {
  const { t } = frame
  const { state } = match
  const isOpen = state === 'accepted' || state === 'active' || state === 'paused'
  return html`${state === 'closing' ? confirmation(frame, match, typed) : ''}
    <section class="panel" aria-labelledby="next">
      <h2 id="next">${t('matches.next')}</h2>
      <div class="actions">
        ${
          state === 'accepted' || state === 'active'
            ? html`<a class="button button-primary" href="/meetings/new?match=${match.id}"
                >${t('matches.plan')}</a
              >`
            : ''
        }
        ${state === 'paused' ? resumeForm(frame, match, t('matches.resume')) : ''}
        <a class="button button-secondary" href="/matches/${match.id}/check-ins"
          >${t('matches.followUp')}</a
        >
      </div>
      ${isOpen ? pauseForm(frame, match, typed) : ''}
      ${isOpen ? closeForm(frame, match, typed) : ''}
      ${state === 'closed' ? reopenForm(frame, match) : ''}
      <p><a href="/matches/${match.id}/concern">${t('matches.concern')}</a></p>
    </section>`
}

function form(frame: Frame, { id, version }: MatchDetail, path: string, body: SafeHtml): SafeHtml {
  return html`<form method="post" action="/matches/${id}/${path}" novalidate>
    ${formToken(frame)}
    <input type="hidden" name="version" value="${version}" />
    ${body}
  </form>`
}

/** What was typed, in the form it was typed in; the others are as they were. */
function stateOf(typed: Typed, name: Typed['form'], values: FormState['values'] = {}): FormState {
  return typed.form === name ? typed : { values, problems: [] }
}

function resumeForm(frame: Frame, match: MatchDetail, label: string): SafeHtml {
  return form(
    frame,
    match,
    'resumption',
    html`<button class="button button-secondary" type="submit">${label}</button>`,
  )
}

function pauseForm(frame: Frame, match: MatchDetail, typed: Typed): SafeHtml {
  const { t } = frame
  const until = match.pausedUntil?.toString()
  const title = t(match.state === 'paused' ? 'matches.pause.change' : 'matches.pause.title')
  return html`<details ${typed.form === 'pause' ? html`open` : ''}>
    <summary>${title}</summary>
    <p>${t('matches.pause.means')}</p>
    ${form(
      frame,
      match,
      'pause',
      html`${textField(t, stateOf(typed, 'pause', { until }), {
          name: 'until',
          label: t('matches.pause.until'),
          hint: t('matches.pause.hint'),
          type: 'date',
        })} <button class="button button-primary" type="submit">${title}</button>`,
    )}
  </details>`
}

function reasonChoices(t: Translate) {
  return closingReasons.map((value) => ({ value, label: t(`matches.reason.${value}`) }))
}

function closeForm(frame: Frame, match: MatchDetail, typed: Typed): SafeHtml {
  const { t } = frame
  const state = stateOf(typed, 'closure', { side: 'coordinator' })
  return html`<details ${typed.form === 'closure' ? html`open` : ''}>
    <summary>${t('matches.close.title')}</summary>
    <p>${t('matches.close.means')}</p>
    ${form(
      frame,
      match,
      'closure',
      html`${radioGroup(t, state, {
          name: 'side',
          label: t('matches.close.side'),
          choices: (['coordinator', 'mentor', 'mentee'] as const).map((value) => ({
            value,
            label: sideName(t, match, value),
          })),
        })}
        ${checkboxGroup(t, state, {
          name: 'reasons',
          label: t('matches.close.reasons'),
          choices: reasonChoices(t),
        })}
        <button class="button button-secondary" type="submit">${t('matches.close.begin')}</button>`,
    )}
  </details>`
}

/** Who asked that the pair ends and why, what confirming it does, and the way back. */
function confirmation(frame: Frame, match: MatchDetail, typed: Typed): SafeHtml {
  const { t } = frame
  const asked = match.events.filter(
    ({ kind, recordedAt }) =>
      kind === 'closing' &&
      Temporal.Instant.compare(recordedAt, match.episodes[0]!.closingRecordedAt!) >= 0,
  )
  const planned = match.meetings.filter(
    ({ state, startsAt }) =>
      state === 'scheduled' && Temporal.Instant.compare(startsAt, match.now) > 0,
  )
  const hasBegun = match.activeOn !== null
  const state = stateOf(typed, 'confirmation', {
    kind: hasBegun ? 'completed' : 'never_started',
    reasons: [...new Set(asked.flatMap(({ reasons }) => reasons))],
    mentee: 'ready',
  })
  return html`<section class="panel" aria-labelledby="confirmation">
    <h2 id="confirmation">${t('matches.closing.title')}</h2>
    ${asked.map(
      ({ side, happenedOn, reasons }) =>
        html`<p>
          ${t('matches.closing.asked', {
            who: sideName(t, match, side),
            day: formatDay(t.locale, happenedOn),
            reasons: reasonList(t, reasons),
          })}
        </p>`,
    )}
    <p>${t('matches.closing.means')}</p>
    <ul>
      <li>${t('matches.closing.meetings', { count: planned.length })}</li>
      <li>${t('matches.closing.told')}</li>
      <li>${t('matches.closing.place')}</li>
    </ul>
    ${form(
      frame,
      match,
      'closure/confirmation',
      html`${radioGroup(t, state, {
          name: 'kind',
          label: t('matches.closing.kind'),
          choices: (hasBegun
            ? (['completed', 'ended_early'] as const)
            : (['never_started'] as const)
          ).map((value) => ({ value, label: t(`matches.kind.${value}`) })),
        })}
        ${checkboxGroup(t, state, {
          name: 'reasons',
          label: t('matches.close.reasons'),
          choices: reasonChoices(t),
        })}
        ${selectField(t, state, {
          name: 'goals',
          label: t('matches.closing.goals'),
          nothing: t('matches.goals.unknown'),
          choices: (['yes', 'mostly', 'partly', 'no'] as const).map((value) => ({
            value,
            label: t(`matches.goals.${value}`),
          })),
        })}
        ${textField(t, state, {
          name: 'closedOn',
          label: t('matches.closing.closedOn'),
          hint: t('matches.closing.closedOnHint'),
          type: 'date',
        })}
        ${radioGroup(t, state, {
          name: 'mentee',
          label: t('matches.closing.mentee', { name: match.menteeName }),
          choices: (['ready', 'left'] as const).map((value) => ({
            value,
            label: t(`matches.closing.${value}`),
          })),
        })}
        <button class="button button-primary" type="submit">
          ${t('matches.closing.confirm')}
        </button>`,
    )}
    ${resumeForm(frame, match, t('matches.closing.goOn'))}
  </section>`
}

function reopenForm(frame: Frame, match: MatchDetail): SafeHtml {
  const { t } = frame
  return html`<details>
    <summary>${t('matches.reopen.title')}</summary>
    <p>${t('matches.reopen.means')}</p>
    ${form(
      frame,
      match,
      'reopening',
      html`<button class="button button-primary" type="submit">
        ${t('matches.reopen.title')}
      </button>`,
    )}
  </details>`
}

/** Records what one of the two told a coordinator. */
export function goOnForm(frame: Frame, match: MatchDetail, typed: Typed): SafeHtml {
  const { t } = frame
  const waiting = match.goOn.filter(({ answer }) => answer === null).map(({ role }) => role)
  const state = stateOf(typed, 'go-on', { party: waiting[0] ?? 'mentor', channel: 'phone' })
  return html`<details ${typed.form === 'go-on' ? html`open` : ''}>
    <summary>${t('matches.goOn.record')}</summary>
    <p>${t('matches.goOn.noMeans')}</p>
    ${form(
      frame,
      match,
      'go-on',
      html`${radioGroup(t, state, {
          name: 'party',
          label: t('matches.goOn.party'),
          choices: match.goOn.map(({ role }) => ({ value: role, label: sideName(t, match, role) })),
        })}
        ${radioGroup(t, state, {
          name: 'answer',
          label: t('matches.goOn.answer'),
          choices: (['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`matches.goOn.${value}`),
          })),
        })}
        ${selectField(t, state, {
          name: 'channel',
          label: t('matches.goOn.channel'),
          choices: answerChannels.map((value) => ({
            value,
            label: t(`people.channel.${value}`),
          })),
        })} <button class="button button-primary" type="submit">${t('matches.goOn.save')}</button>`,
    )}
  </details>`
}
