import type { EnrolmentRole, EnrolmentState } from '../../../../db/types.ts'
import type { MessageKey, Translate } from '../../../../locales/translate.ts'
import type { FormBody } from '../../../../web/form.ts'
import { type FormState, radioGroup, selectField, textField } from '../../../../web/form-parts.ts'
import { html, type SafeHtml } from '../../../../web/html.ts'
import { movesByHand } from '../../transitions/lifecycle.ts'
import { enrolmentStates, PairChoice } from '../../schema.ts'
import { mostAtOnce } from './schema.ts'

interface Listed {
  people: { id: string; role: EnrolmentRole; state: EnrolmentState }[]
  /** The number of matches on all pages. */
  count: number
  filter: FormBody
}

/** The bulk actions below the list, inside its form. */
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
        ? html`${textField(t, state, {
            name: 'until',
            label: t('people.bulk.until'),
            hint: t('people.bulk.untilHint'),
            type: 'date',
          })}
          ${selectField(t, state, {
            name: 'pair',
            label: t('people.bulk.pair'),
            hint: t('people.bulk.pairHint'),
            nothing: t('people.form.choose'),
            choices: PairChoice.options.map((value) => ({ value, label: t(`pair.${value}`) })),
          })}`
        : ''
    }
    ${textField(t, state, {
      name: 'reason',
      label: t('people.move.reason'),
      hint: `${t('people.move.reasonHint')} ${t('people.freeText')}`,
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

/** The page's ids and the filter, for selections beyond the ticked rows. */
function hidden(list: Listed): SafeHtml {
  const fields = [
    ...list.people.map(({ id }) => ['page', id] as const),
    ...Object.entries(list.filter).map(([name, value]) => [name, String(value)] as const),
  ]
  return html`${fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`
}
