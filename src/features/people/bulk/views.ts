import type { EnrolmentRole, EnrolmentState } from '../../../db/types.ts'
import type { MessageKey, Translate } from '../../../locales/translate.ts'
import type { FormBody } from '../../../web/form.ts'
import { type FormState, radioGroup, selectField, textField } from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { page } from '../../../web/layout.ts'
import { movesByHand } from '../lifecycle.ts'
import { addressOf } from '../list/filter.ts'
import { enrolmentStates } from '../schema.ts'
import type { Outcome } from './move-people.ts'
import { mostAtOnce } from './schema.ts'

interface Listed {
  people: { id: string; role: EnrolmentRole; state: EnrolmentState }[]
  /** How many the filter finds on all pages. */
  count: number
  filter: FormBody
}

/** What can be done to several at once, below their list and within its form. */
export function bulkForm(t: Translate, list: Listed, state: FormState): SafeHtml {
  const reachable = new Set(list.people.flatMap((person) => movesByHand(person.role, person.state)))
  const values = { enrolmentIds: 'ticked', ...state.values }
  return html`<fieldset class="panel bulk">
    <legend class="h3">${t('people.bulk.title')}</legend>
    ${hidden(list)}
    ${radioGroup(
      t,
      { ...state, values },
      {
        name: 'enrolmentIds',
        label: t('people.bulk.whom'),
        choices: [
          { value: 'ticked', label: t('people.bulk.ticked') },
          { value: 'page', label: t('people.bulk.page', { count: list.people.length }) },
          ...(list.count > list.people.length
            ? [{ value: 'all', label: t('people.bulk.all', { count: list.count, mostAtOnce }) }]
            : []),
        ],
      },
    )}
    ${selectField(t, state, {
      name: 'to',
      label: t('people.bulk.to'),
      nothing: t('people.form.choose'),
      choices: enrolmentStates
        .filter((to) => reachable.has(to))
        .map((to) => ({ value: to, label: t.dynamic(`people.move.${to}` as MessageKey) })),
    })}
    ${
      reachable.has('paused')
        ? textField(t, state, {
            name: 'until',
            label: t('people.bulk.until'),
            hint: t('people.bulk.untilHint'),
            type: 'date',
          })
        : ''
    }
    ${textField(t, state, {
      name: 'reason',
      label: t('people.move.reason'),
      hint: t('people.move.reasonHint'),
      maxLength: 280,
    })}
    <div class="actions">
      <button class="button button-primary" type="submit">${t('people.bulk.move')}</button>
      <button class="button button-secondary" type="submit" formaction="/letters">
        ${t('letters.print')}
      </button>
    </div>
  </fieldset>`
}

/** Which page this is and which filter, for those who mean more than what they ticked. */
function hidden(list: Listed): SafeHtml {
  const fields = [
    ...list.people.map(({ id }) => ['page', id] as const),
    ...Object.entries(list.filter).map(([name, value]) => [name, String(value)] as const),
  ]
  return html`${fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`
}

export function movedPage(
  frame: Frame,
  moved: {
    to: string
    outcomes: Outcome[]
    names: { id: string; name: string }[]
    filter: FormBody
  },
): string {
  const { t } = frame
  const names = new Map(moved.names.map(({ id, name }) => [id, name]))
  const refused = moved.outcomes.filter(({ outcome }) => outcome === 'refused')
  const done = moved.outcomes.filter(({ outcome }) => outcome === 'moved')
  return page(
    frame,
    t('people.bulk.doneTitle'),
    html`<h1>${t('people.bulk.doneTitle')}</h1>
      <p class="font-lead" role="status">
        ${t('people.bulk.done', {
          count: done.length,
          state: t.dynamic(`people.state.${moved.to}` as MessageKey),
        })}
      </p>
      ${
        refused.length === 0
          ? ''
          : html`<h2>${t('people.bulk.refused', { count: refused.length })}</h2>
              <ul>
                ${refused.map((one) => html`<li>${refusal(t, one, names.get(one.enrolmentId))}</li>`)}
              </ul>`
      }
      ${
        done.length === 0
          ? ''
          : html`<h2>${t('people.bulk.moved')}</h2>
              <ul>
                ${done.map(
                  ({ enrolmentId }) =>
                    html`<li>
                      <a href="/people/${enrolmentId}"><bdi>${names.get(enrolmentId)}</bdi></a>
                    </li>`,
                )}
              </ul>`
      }
      ${moved.outcomes.length < mostAtOnce ? '' : html`<p>${t('people.bulk.rest', { mostAtOnce })}</p>`}
      <p>
        <a class="button button-primary" href="${addressOf(moved.filter)}"
          >${t('people.bulk.back')}</a
        >
      </p>`,
  )
}

function refusal(t: Translate, { enrolmentId, problem, state }: Outcome, name?: string): SafeHtml {
  const reason =
    problem === 'state-conflict' && state !== null
      ? t('people.bulk.wrongState', { state: t.dynamic(`people.state.${state}`) })
      : t.dynamic(`problem.${problem}.title` as MessageKey)
  if (name === undefined) return html`${reason}`
  return html`<a href="/people/${enrolmentId}"><bdi>${name}</bdi></a
    >: ${reason}`
}
