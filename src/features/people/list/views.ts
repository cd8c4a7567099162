import { formatDay, formatList, languageName } from '../../../locales/format.ts'
import type { Translate } from '../../../locales/translate.ts'
import { emptyForm, errorSummary, type FormState } from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { bulkForm } from './selection/views.ts'
import { roleName, stateUntil } from '../profile/page/views.ts'
import { addressOf, filterForm, stateLinks } from './filter.ts'
import type { PageOfPeople, StateCounts } from './list-people.ts'
import type { ListPeople } from './schema.ts'

export interface PeopleList extends PageOfPeople {
  /** Undefined when the filter is invalid. */
  wanted: ListPeople | undefined
  counts: StateCounts
  municipalities: { code: string; name: string }[]
  programmes: { id: string; name: string }[]
}

export function peoplePage(
  frame: Frame,
  list: PeopleList,
  forms: { filter: FormState; bulk?: FormState },
): string {
  const { t } = frame
  const { bulk = emptyForm } = forms
  const problems = [...forms.filter.problems, ...bulk.problems]
  return page(
    frame,
    problems.length === 0
      ? t('people.list.title')
      : t('form.titleWithError', { title: t('people.list.title') }),
    html`<h1>${t('people.list.title')}</h1>
      ${errorSummary(
        t,
        { values: {}, problems },
        {
          q: 'people.list.search',
          waitingDays: 'people.list.waitingDays',
          enrolmentIds: 'people.bulk.whom',
          to: 'people.bulk.to',
          until: 'people.bulk.until',
          pair: 'people.bulk.pair',
          reason: 'people.move.reason',
        },
      )}
      <div class="actions">
        <a class="button button-primary" href="/people/contacts/new"
          >${t('people.contact.title')}</a
        >
        <a class="button button-secondary" href="/mentor">${t('people.list.addMentor')}</a>
        <a class="button button-secondary" href="/mentee">${t('people.list.addMentee')}</a>
        <a class="button button-secondary" href="/people/import">${t('spreadsheets.title')}</a>
        <a class="button button-secondary" href="/letters">${t('letters.title')}</a>
      </div>
      ${filterForm(t, list, forms.filter)} ${stateLinks(t, list, forms.filter.values)}
      ${list.people.length === 0 ? emptyList(t, list, forms.filter) : people(frame, list, forms.filter, bulk)}`,
  )
}

function emptyList(t: Translate, list: PeopleList, filter: FormState): SafeHtml | string {
  if (list.wanted === undefined) return ''
  if (Object.keys(filter.values).length === 0) return html`<p>${t('people.list.empty')}</p>`
  return html`<p role="status">${t('people.list.none')}</p>
    <p><a class="button button-secondary" href="/people">${t('people.list.clear')}</a></p>`
}

function people(frame: Frame, list: PeopleList, filter: FormState, bulk: FormState): SafeHtml {
  const { t } = frame
  const { wanted } = list
  const count = list.counts
    .filter(({ role }) => wanted?.role === undefined || wanted.role === role)
    .filter(({ state }) => wanted?.state === undefined || wanted.state === state)
    .reduce((sum, { count }) => sum + count, 0)
  return html`<p role="status">${t('people.list.found', { count })}</p>
    <form method="post" action="/people/moves" novalidate>
      ${formToken(frame)} ${peopleTable(t, list, bulk)} ${pagination(t, list, filter)}
      ${bulkForm(t, { people: list.people, count, filter: filter.values }, bulk)}
    </form>`
}

function peopleTable(t: Translate, list: PeopleList, bulk: FormState): SafeHtml {
  const ticked = new Set([bulk.values.ids].flat())
  return html`<div class="table-scroll" tabindex="0">
    <table class="table people-table">
      <caption class="sr-only">
        ${t('people.list.title')}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="sr-only">${t('people.bulk.chosen')}</span></th>
          <th scope="col">${t('people.form.name')}</th>
          <th scope="col">${t('people.list.role')}</th>
          <th scope="col">${t('people.list.state')}</th>
          <th scope="col">${t('people.list.since')}</th>
          <th scope="col">${t('people.form.languages')}</th>
          <th scope="col">${t('people.list.residence')}</th>
        </tr>
      </thead>
      <tbody>
        ${list.people.map((person) => personRow(t, person, ticked.has(person.id)))}
      </tbody>
    </table>
  </div>`
}

function personRow(
  t: Translate,
  person: PeopleList['people'][number],
  isTicked: boolean,
): SafeHtml {
  const languages = person.languages.map((tag) => languageName(t.locale, tag))
  return html`<tr>
    <td>
      <div class="form-group-checkbox">
        <input
          class="form-checkbox"
          type="checkbox"
          name="ids"
          value="${person.id}"
          id="row-${person.id}"
          ${isTicked ? html`checked` : ''}
        />
        <label class="form-label" for="row-${person.id}"
          ><span class="sr-only">${t('people.bulk.choose', { name: person.name })}</span></label
        >
      </div>
    </td>
    <td>
      <a href="/people/${person.id}"><bdi>${person.name}</bdi></a>
      ${
        person.emailUnconfirmedSince === null
          ? ''
          : html`<br /><small>${t('people.emailUnconfirmed')}</small>`
      }
    </td>
    <td>${roleName(t, person.role)}</td>
    <td>${stateUntil(t, person)}</td>
    <td>${formatDay(t.locale, person.stateSince)}</td>
    <td>${formatList(t.locale, languages)}</td>
    <td lang="da">${person.residenceName}</td>
  </tr>`
}

/** Links to the previous and the next page. */
function pagination(t: Translate, list: PeopleList, filter: FormState): SafeHtml | string {
  if (list.previous === null && list.next === null) return ''
  const link = (cursor: string | null, label: string, rel: string) =>
    cursor === null
      ? ''
      : html`<a
          class="button button-secondary"
          rel="${rel}"
          href="${addressOf({ ...filter.values, cursor })}"
          >${label}</a
        >`
  return html`<nav class="actions" aria-label="${t('people.list.pages')}">
    ${link(list.previous, t('people.list.previous'), 'prev')}
    ${link(list.next, t('people.list.next'), 'next')}
  </nav>`
}
