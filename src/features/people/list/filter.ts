import { languageName } from '../../../locales/format.ts'
import type { MessageKey, Translate } from '../../../locales/translate.ts'
import type { FormBody } from '../../../web/form.ts'
import { type Choice, type FormState, selectField, textField } from '../../../web/form-parts.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { enrolmentStates } from '../schema.ts'
import { commonLanguages, otherLanguages } from '../topics.ts'
import type { StateCounts } from './list-people.ts'
import { type ListPeople, requirementKinds, sorts } from './schema.ts'

/** The address of the list with a filter, without empty fields. */
export function addressOf(filter: FormBody): string {
  const fields = Object.entries(filter).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  return fields.length === 0 ? '/people' : `/people?${new URLSearchParams(fields)}`
}

interface Choices {
  wanted: ListPeople | undefined
  municipalities: { code: string; name: string }[]
  programmes: { id: string; name: string }[]
}

/** The search field; the other filters are folded away until one is in use. */
export function filterForm(t: Translate, list: Choices, state: FormState): SafeHtml {
  const { q: _, sort: __, cursor: ___, limit: ____, ...folded } = state.values
  return html`<form method="get" action="/people" role="search" class="panel filter" novalidate>
    ${textField(t, state, {
      name: 'q',
      label: t('people.list.search'),
      hint: t('people.list.searchHint'),
      maxLength: 100,
    })}
    <details ${Object.keys(folded).length === 0 ? '' : html`open`}>
      <summary>${t('people.list.more')}</summary>
      <div class="choices">${filters(t, list, state)}</div>
    </details>
    ${selectField(t, state, {
      name: 'sort',
      label: t('people.list.sort'),
      choices: sorts.map((value) => ({ value, label: t.dynamic(`people.list.sort.${value}`) })),
    })}
    <div class="actions">
      <button class="button button-primary" type="submit">${t('people.list.show')}</button>
      ${
        Object.keys(state.values).length === 0
          ? ''
          : html`<a class="button button-tertiary" href="/people">${t('people.list.clear')}</a>`
      }
    </div>
  </form>`
}

function filters(t: Translate, list: Choices, state: FormState): SafeHtml {
  const nothing = t('people.list.everybody')
  const select = (name: string, label: MessageKey, choices: Choice[]) =>
    selectField(t, state, { name, label: t.dynamic(label), nothing, choices })
  const languages = [...new Set([...commonLanguages, ...otherLanguages])]
    .map((value) => ({ value, label: languageName(t.locale, value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, t.locale))
  return html`${select(
    'role',
    'people.list.role',
    (['mentor', 'mentee'] as const).map((value) => ({
      value,
      label: t.dynamic(`people.role.${value}`),
    })),
  )}
  ${select(
    'state',
    'people.list.state',
    enrolmentStates.map((value) => ({ value, label: t.dynamic(`people.state.${value}`) })),
  )}
  ${select('language', 'people.list.speaks', languages)}
  ${select(
    'residence',
    'people.list.residence',
    list.municipalities.map(({ code, name }) => ({ value: code, label: name, lang: 'da' })),
  )}
  ${select(
    'missing',
    'people.list.missing',
    requirementKinds.map((value) => ({ value, label: t.dynamic(`people.missing.${value}`) })),
  )}
  ${
    list.programmes.length < 2
      ? ''
      : select(
          'programme',
          'people.list.programme',
          list.programmes.map(({ id, name }) => ({ value: id, label: name, lang: 'da' })),
        )
  }
  ${textField(t, state, {
    name: 'waitingDays',
    label: t('people.list.waitingDays'),
    type: 'number',
  })}`
}

/** The counts by state, each a link that adds the state to the filter. */
export function stateLinks(
  t: Translate,
  list: { wanted: ListPeople | undefined; counts: StateCounts },
  filter: FormBody,
): SafeHtml | string {
  if (list.counts.length === 0) return ''
  const { cursor: _, role: __, state: ___, ...rest } = filter
  const { role, state } = list.wanted ?? {}
  const current = (isCurrent: boolean) => (isCurrent ? html`aria-current="true"` : '')
  return html`<nav aria-label="${t('people.list.filter')}">
    <ul class="actions nobullet-list no-max-width state-links">
      <li>
        <a href="${addressOf(rest)}" ${current(!role && !state)}>${t('people.list.everybody')}</a>
      </li>
      ${list.counts.map(
        (count) =>
          html`<li>
            <a
              href="${addressOf({ ...rest, role: count.role, state: count.state })}"
              ${current(role === count.role && state === count.state)}
              >${t.dynamic(`people.role.${count.role}`)}:
              ${t.dynamic(`people.state.${count.state}`)} (${count.count})</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}
