import { formatList, formatMoment } from '../../../locales/format.ts'
import type { Translate } from '../../../locales/translate.ts'
import {
  errorSummary,
  type FormState,
  formTitle,
  radioGroup,
  selectField,
  textField,
} from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'

export interface PlanPage {
  matches: { id: string; mentorName: string; menteeName: string }[]
  chosen: readonly string[]
  sites: { id: string; name: string; address: string }[]
  slots: { startsAt: Temporal.Instant; notFree: string[] }[]
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
        siteId: 'meetings.plan.site',
        startsAt: 'meetings.plan.when',
        minutes: 'meetings.plan.minutes',
      })}
      ${chooseMatches(t, plan)} ${plan.chosen.length === 0 ? '' : chooseTime(frame, plan)}`,
  )
}

/** The coordinator chooses the matches first; the suggested times follow from that. */
function chooseMatches(t: Translate, { matches, chosen }: PlanPage): SafeHtml {
  if (matches.length === 0) return html`<p>${t('matches.empty')}</p>`
  return html`<form method="get" action="/meetings/new">
    <fieldset class="form-group" id="field-matchIds">
      <legend class="form-label">${t('meetings.plan.who')}</legend>
      <span class="form-hint">${t('meetings.plan.whoHint')}</span>
      <div class="choices">
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
      </div>
    </fieldset>
    <button class="button button-secondary" type="submit">${t('meetings.plan.findTimes')}</button>
  </form>`
}

function chooseTime(frame: Frame, plan: PlanPage): SafeHtml {
  const { t } = frame
  const free = plan.slots.filter((slot) => slot.notFree.length === 0)
  return html`<h2>${t('meetings.plan.when')}</h2>
    ${free.length === 0 ? nearMisses(t, plan.slots) : timeForm(frame, plan, free)}`
}

/** When no time suits everyone: the nearest times, with the people who would have to make room. */
function nearMisses(t: Translate, slots: PlanPage['slots']): SafeHtml {
  return html`<p role="status">${t('meetings.plan.noCommonTime')}</p>
    <ul>
      ${slots.map(
        (slot) =>
          html`<li>
            ${t('meetings.plan.slotMissing', {
              at: formatMoment(t.locale, slot.startsAt),
              names: formatList(t.locale, slot.notFree),
            })}
          </li>`,
      )}
    </ul>`
}

function timeForm(frame: Frame, plan: PlanPage, slots: PlanPage['slots']): SafeHtml {
  const { t } = frame
  const { chosen, sites, state } = plan
  return html`<form method="post" action="/meetings" novalidate>
    ${formToken(frame)}
    ${chosen.map((id) => html`<input type="hidden" name="match" value="${id}" />`)}
    ${radioGroup(t, state, {
      name: 'startsAt',
      label: t('meetings.plan.times'),
      choices: slots.map(({ startsAt }) => ({
        value: startsAt.toString(),
        label: formatMoment(t.locale, startsAt),
      })),
    })}
    ${selectField(t, state, {
      name: 'siteId',
      label: t('meetings.plan.site'),
      choices: sites.map(({ id, name, address }) => ({
        value: id,
        label: `${name}, ${address}`,
        lang: 'da',
      })),
    })}
    ${textField(t, state, { name: 'minutes', label: t('meetings.plan.minutes'), type: 'number' })}
    <button class="button button-primary" type="submit">${t('meetings.plan.send')}</button>
  </form>`
}
