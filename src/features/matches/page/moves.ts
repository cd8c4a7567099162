import { checkboxGroup, radioGroup, selectField, textField } from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { answerChannels } from '../schema.ts'
import type { MatchDetail } from './read-match.ts'
import { sideName } from './timeline.ts'

import { type Typed, form, reasonChoices, resumeForm, stateOf } from './match-form.ts'
import { confirmation } from './confirmation.ts'

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
      ${metForm(frame, match, typed)} ${isOpen ? pauseForm(frame, match, typed) : ''}
      ${isOpen ? closeForm(frame, match, typed) : ''}
      ${state === 'closed' ? reopenForm(frame, match) : ''}
      <p><a href="/matches/${match.id}/concern">${t('matches.concern')}</a></p>
    </section>`
}

/** Where a meeting is recorded that was not planned here, also of a pair that is over. */
function metForm(frame: Frame, match: MatchDetail, typed: Typed): SafeHtml {
  const { t } = frame
  const state = stateOf(typed, 'meeting', { minutes: '60' })
  return html`<details ${typed.form === 'meeting' ? html`open` : ''}>
    <summary>${t('matches.met.title')}</summary>
    <p>${t('matches.met.means')}</p>
    ${form(
      frame,
      match,
      'meetings',
      html`${textField(t, state, { name: 'day', label: t('matches.met.day'), type: 'date' })}
        ${textField(t, state, {
          name: 'minutes',
          label: t('matches.met.minutes'),
          type: 'number',
        })} <button class="button button-primary" type="submit">${t('matches.met.save')}</button>`,
    )}
  </details>`
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
