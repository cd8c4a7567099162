import { zone } from '../../../locales/zone.ts'
import { formatMoment, formatShortDay, formatTime, formatWeekday } from '../../../locales/format.ts'
import type { Translate } from '../../../locales/translate.ts'
import {
  checkbox,
  errorSummary,
  type FormState,
  fieldGroup,
  formTitle,
  selectField,
  textField,
} from '../../../web/form-parts.ts'
import { many, one } from '../../../web/form.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import type { MeetingPlaces } from '../../places/list-meeting-places.ts'
import type { Period } from '../../places/schema.ts'
import type { Times } from './find-times.ts'
import { choiceFields } from './form.ts'
import { weekdayReason } from './weekday-text.ts'

export interface PlanPage {
  matches: { id: string; mentorName: string; menteeName: string }[]
  places: MeetingPlaces
  /** Once pairs are chosen. */
  times: Times | undefined
  state: FormState
}

export function planPage(frame: Frame, plan: PlanPage): string {
  const { t } = frame
  const { state } = plan
  const title = t('meetings.plan.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, {
        matchIds: 'meetings.plan.who',
        minutes: 'meetings.plan.minutes',
        where: 'meetings.plan.where',
        account: 'meetings.plan.account',
        when: 'meetings.plan.times',
        typed: 'meetings.plan.typed',
        placeText: 'meetings.plan.placeText',
      })}
      ${chooseMatches(t, plan)} ${plan.times === undefined ? '' : planForm(frame, plan, plan.times)}`,
  )
}

/** The coordinator chooses who meets, where and for how long first; the times follow from that. */
function chooseMatches(t: Translate, { matches, places, state }: PlanPage): SafeHtml {
  if (matches.length === 0) return html`<p>${t('matches.empty')}</p>`
  const chosen = many(state.values, 'match')
  return html`<form method="get" action="/meetings/new">
    ${fieldGroup(
      t,
      state,
      { name: 'matchIds', label: t('meetings.plan.who'), hint: t('meetings.plan.whoHint') },
      html`<div class="choices">
        ${matches.map(
          (match) =>
            html`<div class="form-group-checkbox">
              <input
                class="form-checkbox"
                type="checkbox"
                id="match-${match.id}"
                name="match"
                value="${match.id}"
                ${chosen.includes(match.id) ? html`checked` : ''}
              />
              <label class="form-label" for="match-${match.id}"
                ><bdi>${match.mentorName}</bdi> + <bdi>${match.menteeName}</bdi></label
              >
            </div>`,
        )}
      </div>`,
    )}
    ${selectField(t, state, {
      name: 'where',
      label: t('meetings.plan.where'),
      choices: whereChoices(t, places),
    })}
    ${textField(t, state, { name: 'minutes', label: t('meetings.plan.minutes'), type: 'number' })}
    ${selectField(t, state, {
      name: 'account',
      label: t('meetings.plan.account'),
      hint: t('meetings.plan.accountHint'),
      choices: [
        ...places.colleagues.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'none', label: t('meetings.plan.accountNone') },
      ],
    })}
    <button class="button button-secondary" type="submit">${t('meetings.plan.findTimes')}</button>
  </form>`
}

function whereChoices(t: Translate, { sites, isOnline, meetsElsewhere }: MeetingPlaces) {
  return [
    ...sites.flatMap((site) => [
      { value: site.id, label: site.name, lang: 'da' },
      ...site.rooms.map((room) => ({
        value: `${site.id}/${room.id}`,
        label: `${site.name}: ${room.name}`,
        lang: 'da',
      })),
    ]),
    ...(isOnline ? [{ value: 'online', label: t('meetings.plan.online') }] : []),
    ...(meetsElsewhere ? [{ value: 'elsewhere', label: t('meetings.plan.elsewhere') }] : []),
  ]
}

function planForm(frame: Frame, { state }: PlanPage, times: Times): SafeHtml {
  const { t } = frame
  return html`<form method="post" action="/meetings" novalidate>
    ${formToken(frame)} ${keptChoices(state)}
    <h2>${t('meetings.plan.when')}</h2>
    ${times.free.length === 0 ? html`<p role="status">${t('meetings.plan.noCommonTime')}</p>` : ''}
    ${fieldGroup(t, state, { name: 'when', label: t('meetings.plan.times') }, whenChoices(t, times, state))}
    ${typedTime(t, state)} ${whyNot(t, times)}
    ${checkbox(t, state, {
      name: 'agreedByPhone',
      label: t('meetings.plan.agreedByPhone'),
      hint: t('meetings.plan.agreedByPhoneHint'),
    })}
    ${
      one(state.values, 'where') === 'elsewhere'
        ? textField(t, state, {
            name: 'placeText',
            label: t('meetings.plan.placeText'),
            hint: t('meetings.plan.placeTextHint'),
            maxLength: 200,
          })
        : ''
    }
    ${checkbox(t, state, { name: 'interpreter', label: t('meetings.plan.interpreter') })}
    ${checkbox(t, state, { name: 'childCare', label: t('meetings.plan.childCare') })}
    <button class="button button-primary" type="submit">${t('meetings.plan.send')}</button>
  </form>`
}

/** What the times were looked for with goes along with the time. */
function keptChoices({ values }: FormState): SafeHtml {
  return html`${choiceFields.flatMap((field) => {
    const name = field.replace('[]', '')
    return many(values, name).map(
      (value) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )
  })}`
}

function whenChoices(t: Translate, { best, free }: Times, { values }: FormState): SafeHtml {
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

function typedTime(t: Translate, state: FormState): SafeHtml {
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
function whyNot(t: Translate, { without }: Times): SafeHtml | string {
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
