import { zone } from '../../../locales/zone.ts'
import { formatMoment, formatShortDay, formatTime, formatWeekday } from '../../../locales/format.ts'
import type { Translate } from '../../../locales/translate.ts'
import { type FormState, fieldGroup, selectField, textField } from '../../../web/form-parts.ts'
import { one } from '../../../web/form.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import type { Period } from '../../places/schema.ts'
import type { Times } from './find-times.ts'
import { weekdayReason } from './weekday-text.ts'

export function whenChoices(t: Translate, { best, free }: Times, { values }: FormState): SafeHtml {
  const chosen = one(values, 'when') ?? best[0]?.startsAt.toString() ?? 'typed'
  const radio = (value: string, label: SafeHtml | string, id: string) =>
    html`<div class="form-group-radio">
      <input
        class="form-radio"
        type="radio"
        id="${id}"
        name="when"
        value="${value}"
        ${value === chosen ? html`checked` : ''}
      />
      <label class="form-label" for="${id}">${label}</label>
    </div>`
  return html`${best.map(({ startsAt, reason }, at) =>
    radio(
      startsAt.toString(),
      html`${formatMoment(t.locale, startsAt)}<br /><span class="small-text"
          >${t.dynamic(`meetings.plan.reason.${reason}`)}</span
        >`,
      `when-${at}`,
    ),
  )}
  ${free.length === 0 ? '' : html`${radio('other', t('meetings.plan.other'), 'when-other')} ${otherTimes(t, free, values.otherTime)}`}
  ${radio('typed', t('meetings.plan.typedChoice'), 'when-typed')}`
}

/** All free times, by week; the meeting begins with the one that is chosen. */
function otherTimes(t: Translate, free: readonly Period[], chosen: unknown): SafeHtml {
  const weeks = Map.groupBy(free, ({ startsAt }) => {
    const { yearOfWeek, weekOfYear } = startsAt.toZonedDateTimeISO(zone)
    return `${yearOfWeek} ${weekOfYear}`
  })
  return html`<div class="form-group under-choice">
    <label class="form-label" for="field-otherTime">${t('meetings.plan.otherTime')}</label>
    <select class="form-select" id="field-otherTime" name="otherTime">
      ${[...weeks.values()].map(
        (periods) =>
          html`<optgroup
            label="${t('meetings.plan.week', {
              number: periods[0]!.startsAt.toZonedDateTimeISO(zone).weekOfYear!,
            })}"
          >
            ${periods.map(
              ({ startsAt, endsAt }) =>
                html`<option
                  value="${startsAt.toString()}"
                  ${startsAt.toString() === chosen ? html`selected` : ''}
                >
                  ${formatShortDay(t.locale, startsAt)}
                  ${formatTime(t.locale, startsAt)}–${formatTime(t.locale, endsAt)}
                </option>`,
            )}
          </optgroup>`,
      )}
    </select>
  </div>`
}

export function typedTime(t: Translate, state: FormState): SafeHtml {
  const isTwice =
    state.problems.some(({ code }) => code === 'twice') ||
    one(state.values, 'occurrence') !== undefined
  return html`<div class="under-choice">
    ${fieldGroup(
      t,
      state,
      { name: 'typed', label: t('meetings.plan.typed') },
      html`<div class="line">
        ${textField(t, state, { name: 'day', label: t('meetings.plan.day'), type: 'date' })}
        ${textField(t, state, { name: 'time', label: t('meetings.plan.time'), type: 'time' })}
      </div>`,
    )}
    ${
      isTwice
        ? selectField(t, state, {
            name: 'occurrence',
            label: t('meetings.plan.occurrence'),
            choices: (['first', 'second'] as const).map((value) => ({
              value,
              label: t(`meetings.plan.occurrence.${value}`),
            })),
          })
        : ''
    }
  </div>`
}

/** For each weekday without a free time, what stands in the way. */
export function whyNot(t: Translate, { without }: Times): SafeHtml | string {
  if (without.length === 0) return ''
  return html`<details>
    <summary>${t('meetings.plan.whyNot')}</summary>
    <ul>
      ${without.map(
        (one) => html`<li>${formatWeekday(t.locale, one.weekday)}: ${weekdayReason(t, one)}</li>`,
      )}
    </ul>
  </details>`
}
