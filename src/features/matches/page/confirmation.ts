import { formatDay } from '../../../locales/format.ts'
import { checkboxGroup, radioGroup, selectField, textField } from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { reasonList } from '../state-text.ts'
import type { MatchDetail } from './read-match.ts'
import { sideName } from './timeline.ts'

import { type Typed, form, reasonChoices, resumeForm, stateOf } from './match-form.ts'

/** Who asked that the pair ends and why, what confirming it does, and the way back. */
export function confirmation(frame: Frame, match: MatchDetail, typed: Typed): SafeHtml {
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
