import { formatMoment } from '../../locales/format.ts'
import type { Translate } from '../../locales/translate.ts'
import {
  errorSummary,
  fieldGroup,
  type FormState,
  formTitle,
  radioGroup,
  textField,
} from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import { whoseRows } from './schema.ts'
import type { listOpenSpreadsheets, readSpreadsheet } from './sql.ts'

type Rows<Read extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Read>>
type Sheet = Rows<typeof readSpreadsheet>

export function uploadPage(
  frame: Frame,
  state: FormState,
  open: Rows<typeof listOpenSpreadsheets>,
): string {
  const { t } = frame
  const chosen = { values: { role: 'mentor', ...state.values }, problems: state.problems }
  return page(
    frame,
    formTitle(t, state, t('spreadsheets.title')),
    html`<h1>${t('spreadsheets.title')}</h1>
      ${errorSummary(t, state, {
        file: 'spreadsheets.file',
        role: 'spreadsheets.role',
        sheet: 'spreadsheets.sheet',
      })}
      <p class="font-lead">${t('spreadsheets.lead')}</p>
      ${waiting(t, open)}
      <form method="post" action="/people/import" enctype="multipart/form-data" novalidate>
        ${formToken(frame)}
        ${fieldGroup(
          t,
          state,
          { name: 'file', label: t('spreadsheets.file'), hint: t('spreadsheets.fileHint') },
          html`<input
            class="form-input"
            type="file"
            name="file"
            aria-label="${t('spreadsheets.file')}"
            accept=".csv,.tsv,.txt,.xlsx"
            required
          />`,
        )}
        ${radioGroup(t, chosen, {
          name: 'role',
          label: t('spreadsheets.role'),
          hint: t('spreadsheets.roleHint'),
          choices: whoseRows.map((value) => ({
            value,
            label: t(`spreadsheets.role.${value}`),
          })),
        })}
        ${textField(t, state, {
          name: 'sheet',
          label: t('spreadsheets.sheet'),
          hint: t('spreadsheets.sheetHint'),
          maxLength: 100,
        })}
        <button class="button button-primary" type="submit">${t('spreadsheets.upload')}</button>
      </form>
      <h2>${t('spreadsheets.export')}</h2>
      <p>${t('spreadsheets.exportLead')}</p>
      <div class="actions">
        <form method="post" action="/people/export.xlsx">
          ${formToken(frame)}
          <button class="button button-secondary" type="submit">
            ${t('spreadsheets.exportXlsx')}
          </button>
        </form>
        <form method="post" action="/people/export.csv">
          ${formToken(frame)}
          <button class="button button-secondary" type="submit">
            ${t('spreadsheets.exportCsv')}
          </button>
        </form>
      </div>`,
  )
}

function waiting(t: Translate, open: Rows<typeof listOpenSpreadsheets>): SafeHtml | string {
  if (open.length === 0) return ''
  return html`<section class="panel" aria-labelledby="waiting">
    <h2 id="waiting">${t('spreadsheets.waiting')}</h2>
    <ul>
      ${open.map(
        ({ id, state, createdAt }) =>
          html`<li>
            <a href="/people/import/${id}">${formatMoment(t.locale, createdAt)}</a> –
            ${t(`spreadsheets.state.${state}`)}
          </li>`,
      )}
    </ul>
  </section>`
}

export function progressPage(frame: Frame, sheet: Sheet, total: number): string {
  const { t } = frame
  const isGoing = ['reading', 'queued', 'importing'].includes(sheet.state)
  return page(
    frame,
    t('spreadsheets.title'),
    html`<h1>${t('spreadsheets.title')}</h1>
      <div role="status" ${isGoing ? html`data-progress` : ''}>
        <p class="font-lead">${t(`spreadsheets.state.${sheet.state}`)}</p>
        ${
          sheet.state === 'importing'
            ? html`<p>
                <label>
                  ${t('spreadsheets.progress', { imported: sheet.imported, total })}
                  <progress max="${total}" value="${sheet.imported}"></progress>
                </label>
              </p>`
            : ''
        }
      </div>
      <div class="actions">
        ${
          isGoing
            ? html`<a class="button button-secondary" href="/people/import/${sheet.id}"
                  >${t('spreadsheets.again')}</a
                >
                ${cancelForm(frame, sheet)}`
            : html`<a class="button button-primary" href="/people">${t('people.list.title')}</a>
                <a class="button button-secondary" href="/people/import"
                  >${t('spreadsheets.another')}</a
                >`
        }
      </div>`,
    { script: isGoing ? '/assets/progress.js' : undefined },
  )
}

export function cancelForm(frame: Frame, sheet: Sheet): SafeHtml {
  return html`<form method="post" action="/people/import/${sheet.id}/cancel">
    ${formToken(frame)}
    <button class="button button-secondary" type="submit">${frame.t('spreadsheets.cancel')}</button>
  </form>`
}
