import type { MessageKey, Translate } from '../../../locales/translate.ts'
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
import type { Times } from './find-times.ts'
import { choiceFields } from './form.ts'

import { typedTime, whenChoices, whyNot } from './time-fields.ts'

export interface PlanPage {
  matches: { id: string; mentorName: string; menteeName: string }[]
  places: MeetingPlaces
  /** Once pairs are chosen. */
  times: Times | undefined
  state: FormState
}

/** What the error summary calls the fields of a plan. */
export const planLabels = {
  matchIds: 'meetings.plan.who',
  minutes: 'meetings.plan.minutes',
  where: 'meetings.plan.where',
  account: 'meetings.plan.account',
  when: 'meetings.plan.times',
  typed: 'meetings.plan.typed',
  placeText: 'meetings.plan.placeText',
} as const satisfies Record<string, MessageKey>

export function planPage(frame: Frame, plan: PlanPage): string {
  const { t } = frame
  const { state } = plan
  const title = t('meetings.plan.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, planLabels)} ${chooseMatches(t, plan)}
      ${
        plan.times === undefined
          ? ''
          : planForm(frame, state, plan.times, {
              action: '/meetings',
              submit: t('meetings.plan.send'),
            })
      }`,
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
    ${whereFields(t, places, state)}
    <button class="button button-secondary" type="submit">${t('meetings.plan.findTimes')}</button>
  </form>`
}

/** Where, for how long and with which colleague times are looked for. */
export function whereFields(t: Translate, places: MeetingPlaces, state: FormState): SafeHtml {
  return html`${selectField(t, state, {
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
  })}`
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

export function planForm(
  frame: Frame,
  state: FormState,
  times: Times,
  form: { action: string; submit: string; hidden?: SafeHtml },
): SafeHtml {
  const { t } = frame
  return html`<form method="post" action="${form.action}" novalidate>
    ${formToken(frame)} ${form.hidden ?? ''} ${keptChoices(state)}
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
    <button class="button button-primary" type="submit">${form.submit}</button>
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
