import type { Translate } from '../../../locales/translate.ts'
import {
  checkbox,
  errorSummary,
  fieldGroup,
  type FormState,
  formTitle,
  options,
  radioGroup,
} from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { columns } from '../reading/columns.ts'
import type { BrowseRows } from '../schema.ts'
import type { countRows, listRows, readSpreadsheet } from '../sql.ts'
import { cancelForm } from '../views.ts'
import { describeProblems } from './describe-problems.ts'

type Rows<Read extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Read>>
type Sheet = Rows<typeof readSpreadsheet>

export interface Preview {
  sheet: Sheet
  counts: Rows<typeof countRows>
  rows: Rows<typeof listRows>
  browse: BrowseRows
}

export function previewPage(frame: Frame, preview: Preview, state: FormState): string {
  const { t } = frame
  const { sheet, counts } = preview
  const fresh = counts.total - counts.wrong - counts.known
  return page(
    frame,
    formTitle(t, state, t('spreadsheets.preview')),
    html`<h1>${t('spreadsheets.preview')}</h1>
      ${errorSummary(t, state, {
        consent: 'spreadsheets.consentTitle',
        mapping: 'spreadsheets.columns',
        known: 'spreadsheets.known',
      })}
      ${sheet.state === 'failed' ? html`<p>${t('spreadsheets.state.failed')}</p>` : ''}
      <p class="font-lead">${t('spreadsheets.nothingYet')}</p>
      <ul>
        <li><strong>${t('spreadsheets.count.wrong', { count: counts.wrong })}</strong></li>
        <li>${t('spreadsheets.count.new', { count: fresh })}</li>
        <li>${t('spreadsheets.count.known', { count: counts.known, changed: counts.changed })}</li>
      </ul>
      ${counts.wrong > 0 ? putRight(t, sheet) : confirmForm(frame, preview, state)}
      ${rowsSection(t, preview)} ${columnsForm(frame, sheet, state)}
      <div class="actions">${cancelForm(frame, sheet)}</div>`,
  )
}

function putRight(t: Translate, sheet: Sheet): SafeHtml {
  return html`<section class="panel" aria-labelledby="next">
    <h2 id="next">${t('spreadsheets.wrongTitle')}</h2>
    <p>${t('spreadsheets.wrongLead')}</p>
    <div class="actions">
      <a class="button button-primary" href="/people/import/${sheet.id}/wrong.csv"
        >${t('spreadsheets.download')}</a
      >
      <a class="button button-secondary" href="/people/import">${t('spreadsheets.another')}</a>
    </div>
  </section>`
}

function confirmForm(frame: Frame, { sheet, counts }: Preview, state: FormState): SafeHtml {
  const { t } = frame
  const chosen = { values: { known: 'skip', ...state.values }, problems: state.problems }
  return html`<section class="panel" aria-labelledby="next">
    <h2 id="next">${t('spreadsheets.confirmTitle')}</h2>
    <form method="post" action="/people/import/${sheet.id}/confirmation" novalidate>
      ${formToken(frame)}
      ${
        counts.known === 0
          ? ''
          : radioGroup(t, chosen, {
              name: 'known',
              label: t('spreadsheets.known'),
              hint: t('spreadsheets.knownHint'),
              choices: [
                { value: 'skip', label: t('spreadsheets.known.skip') },
                { value: 'update', label: t('spreadsheets.known.update') },
              ],
            })
      }
      ${checkbox(t, state, { name: 'consent', label: t('spreadsheets.consent'), required: true })}
      <button class="button button-primary" type="submit">${t('spreadsheets.confirm')}</button>
    </form>
  </section>`
}

function rowsSection(t: Translate, { sheet, rows, browse }: Preview): SafeHtml {
  const here = `/people/import/${sheet.id}`
  const filters = [
    [undefined, here, t('spreadsheets.filter.all')],
    ['wrong', `${here}?only=wrong`, t('spreadsheets.filter.wrong')],
    ['known', `${here}?only=known`, t('spreadsheets.filter.known')],
  ] as const
  const next = rows.length === 50 ? rows.at(-1)!.number : undefined
  const only = browse.only === undefined ? '' : `&only=${browse.only}`
  return html`<h2>${t('spreadsheets.rows')}</h2>
    <nav aria-label="${t('spreadsheets.rows')}">
      <ul class="actions nobullet-list">
        ${filters.map(
          ([only, href, label]) =>
            html`<li>
              <a href="${href}" ${browse.only === only ? html`aria-current="true"` : ''}
                >${label}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    ${rows.length === 0 ? html`<p>${t('spreadsheets.noRows')}</p>` : rowsTable(t, sheet, rows)}
    ${
      next === undefined
        ? ''
        : html`<p><a href="${`${here}?after=${next}${only}`}">${t('spreadsheets.next')}</a></p>`
    }`
}

function rowsTable(t: Translate, sheet: Sheet, rows: Preview['rows']): SafeHtml {
  const name = sheet.mapping.indexOf('name')
  return html`<div class="table-scroll" tabindex="0">
    <table class="table">
      <caption class="sr-only">
        ${t('spreadsheets.rows')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('spreadsheets.row')}</th>
          <th scope="col">${t('spreadsheets.column.name')}</th>
          <th scope="col">${t('spreadsheets.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td>${row.number}</td>
              <td><bdi>${row.cells[name] ?? ''}</bdi></td>
              <td>${outcome(t, sheet, row)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function outcome(t: Translate, sheet: Sheet, row: Preview['rows'][number]): SafeHtml | string {
  const wrong = describeProblems(t, sheet.header, row)
  if (wrong.length === 1) return wrong[0]!
  if (wrong.length > 1)
    return html`<ul>
      ${wrong.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`
  if (row.knownName === null) return t('spreadsheets.outcome.new')
  const known =
    row.knownEnrolmentId === null
      ? html`<bdi>${row.knownName}</bdi>`
      : html`<a href="/people/${row.knownEnrolmentId}"><bdi>${row.knownName}</bdi></a>`
  return html`${t('spreadsheets.outcome.known')} ${known}.
  ${t(row.changes ? 'spreadsheets.outcome.changes' : 'spreadsheets.outcome.same')}`
}

function columnsForm(frame: Frame, sheet: Sheet, state: FormState): SafeHtml {
  const { t } = frame
  const choices = columns.map((value) => ({ value, label: t(`spreadsheets.column.${value}`) }))
  const body = html`<div class="column-choices">
    ${sheet.header.map(
      (heading, at) =>
        html`<div class="form-group">
          <label class="form-label" for="column-${at}"><bdi>${heading || `${at + 1}`}</bdi></label>
          <select class="form-select" id="column-${at}" name="column">
            <option value=" ">${t('spreadsheets.column.none')}</option>
            ${options({ choices }, sheet.mapping[at])}
          </select>
        </div>`,
    )}
  </div>`
  return html`<form method="post" action="/people/import/${sheet.id}/columns" novalidate>
    ${formToken(frame)}
    ${fieldGroup(
      t,
      state,
      {
        name: 'mapping',
        label: t('spreadsheets.columns'),
        hint: t('spreadsheets.columnsHint'),
      },
      body,
    )}
    <button class="button button-secondary" type="submit">${t('spreadsheets.remap')}</button>
  </form>`
}
