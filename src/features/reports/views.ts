import { formatDay } from '../../locales/format.ts'
import type { MessageKey, Translate } from '../../locales/translate.ts'
import {
  errorSummary,
  formTitle,
  type FormState,
  radioGroup,
  textField,
} from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml, safeUrl } from '../../web/html.ts'
import { page } from '../../web/layout.ts'
import { describeReport } from './describe.ts'
import type { Report } from './measure.ts'
import type { CellView, IndicatorView } from './schema.ts'
import { reportSentences } from './sentences.ts'
import { threshold } from './suppress.ts'

/** The form with its report; a refused form has none. */
export function reportPage(
  frame: Frame,
  municipality: string,
  state: FormState,
  report?: Report,
): string {
  const { t } = frame
  const title = `${t('report.title')}, ${municipality}`
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, labels)} ${report === undefined ? '' : reportHead(t, report)}
      ${periodForm(t, state)} ${report === undefined ? '' : reportBody(t, report)}`,
  )
}

const labels = {
  from: 'report.form.from',
  to: 'report.form.to',
  audience: 'report.form.audience',
} as const satisfies Record<string, MessageKey>

function periodForm(t: Translate, state: FormState): SafeHtml {
  return html`<section class="no-print" aria-labelledby="period">
    <h2 id="period">${t('report.form.title')}</h2>
    <form method="get" action="/report" novalidate>
      ${textField(t, state, { name: 'from', label: t(labels.from), type: 'date', required: true })}
      ${textField(t, state, {
        name: 'to',
        label: t(labels.to),
        hint: t('report.form.toHint'),
        type: 'date',
        required: true,
      })}
      ${radioGroup(t, state, {
        name: 'audience',
        label: t(labels.audience),
        choices: [
          { value: 'internal', label: t('report.form.audience.internal') },
          { value: 'public', label: t('report.form.audience.public') },
        ],
      })}
      <p><button class="button button-primary" type="submit">${t('report.form.submit')}</button></p>
    </form>
  </section>`
}

function reportHead(t: Translate, report: Report): SafeHtml {
  const from = formatDay(t.locale, report.from)
  const through = formatDay(t.locale, report.to.subtract({ days: 1 }))
  return html`<p class="font-lead">${t('report.period', { from, through })}</p>
    <p>${t('report.asOf', { date: formatDay(t.locale, report.asOf) })}</p>
    ${
      report.audience === 'internal'
        ? html`<p class="report-internal">
              <strong>${t('report.internal')}</strong> ${t('report.internalNote')}
            </p>
            <div class="report-watermark" aria-hidden="true">${t('report.internal')}</div>`
        : html`<p>${t('report.publicNote', { most: threshold - 1 })}</p>`
    }`
}

const sections = {
  mentors: ['P1', 'P2'],
  mentees: ['P3', 'P4'],
  groups: ['P5'],
  waiting: ['W1'],
  matches: ['M1', 'M2'],
  meetings: ['T1', 'T2', 'T3', 'T4', 'T5'],
} as const

function reportBody(t: Translate, report: Report): SafeHtml {
  const { data, meta } = describeReport(t, report)
  return html`<section aria-labelledby="summary">
      <h2 id="summary">${t('report.summary')}</h2>
      <ul class="report-sentences">
        ${reportSentences(t, report).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </section>
    ${Object.entries(sections).map(([section, ids]) =>
      sectionOf(
        t,
        section as keyof typeof sections,
        data.filter(({ indicator }) => ids.some((id) => id === indicator)),
      ),
    )}
    ${downloads(t, report)}
    <section aria-labelledby="definitions">
      <h2 id="definitions">${t('report.definitions')}</h2>
      <dl class="report-definitions">
        ${Object.entries(meta.definitions).map(
          ([id, text]) =>
            html`<dt>${id}</dt>
              <dd>${text}</dd>`,
        )}
      </dl>
    </section>`
}

function sectionOf(
  t: Translate,
  section: keyof typeof sections,
  indicators: readonly IndicatorView[],
): SafeHtml {
  const heading = t.dynamic(`report.section.${section}`)
  // The contacted and the participating share one table per breakdown.
  const isSideBySide = section === 'groups'
  const tables = isSideBySide
    ? breakdownTables(t, indicators)
    : indicators.flatMap((indicator) => breakdownTables(t, [indicator]))
  return html`<section aria-labelledby="section-${section}">
    <h2 id="section-${section}">${heading}</h2>
    <div class="report-tables">
      ${isSideBySide ? '' : overview(t, heading, indicators)} ${tables}
    </div>
  </section>`
}

/** The indicators of a section; the caption repeats the heading for screen readers only. */
function overview(t: Translate, heading: string, indicators: readonly IndicatorView[]): SafeHtml {
  return html`<table class="report-table">
    <caption class="sr-only">
      ${heading}
    </caption>
    ${headings(t, [t('report.table.value')])}
    <tbody>
      ${indicators.map(
        (indicator) =>
          html`<tr>
            <th scope="row">${indicator.name} <small>(${indicator.indicator})</small></th>
            <td>${figure(t, indicator)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** A table per breakdown with a column per indicator; a sentence when all of it is suppressed. */
function breakdownTables(t: Translate, indicators: readonly IndicatorView[]): SafeHtml[] {
  const [first] = indicators
  return (first?.breakdown ?? []).flatMap(({ by, cells }, index) => {
    const columns = indicators.map(({ breakdown }) => breakdown![index]!.cells)
    const of = t.dynamic(`report.by.${by}` as MessageKey)
    const caption =
      indicators.length === 1
        ? t('report.table.caption', { name: first!.name, by: of })
        : capitalised(t, of)
    if (cells.length === 0) return []
    if (columns.flat().every(({ suppressed }) => suppressed === true))
      return [html`<p>${caption}: ${t('report.table.hidden')}</p>`]
    const names =
      indicators.length === 1
        ? [t('report.table.value')]
        : indicators.map(({ measure }) => t.dynamic(`report.column.${measure}` as MessageKey))
    return [
      html`<table class="report-table">
        <caption>
          ${caption}
        </caption>
        ${headings(t, names)}
        <tbody>
          ${cells.map(
            ({ name }, row) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${columns.map(
                  (column, at) =>
                    html`<td>${figure(t, { ...column[row]!, unit: indicators[at]!.unit })}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>`,
    ]
  })
}

function headings(t: Translate, values: readonly string[]): SafeHtml {
  return html`<thead>
    <tr>
      <th scope="col">${t('report.table.measure')}</th>
      ${values.map((value) => html`<th scope="col">${value}</th>`)}
    </tr>
  </thead>`
}

function capitalised(t: Translate, text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(t.locale) + text.slice(1)
}

type Row = Pick<IndicatorView, 'unit'> & Omit<CellView, 'category' | 'name'>

function figure(t: Translate, row: Row): string {
  if (row.unit !== 'share') return number(t, row.value, row.suppressed)
  const rate = number(t, row.value, row.suppressed, { style: 'percent', maximumFractionDigits: 1 })
  const { numerator = null, denominator = null } = row
  if (denominator === null) return rate
  if (numerator === null) return `${rate} (${number(t, denominator)})`
  const of = { numerator: number(t, numerator), denominator: number(t, denominator) }
  return `${rate} (${t('report.table.of', of)})`
}

function number(
  t: Translate,
  value: number | null,
  suppressed?: boolean,
  options: Intl.NumberFormatOptions = {},
): string {
  if (value === null) return suppressed ? t('report.table.hidden') : '–'
  return new Intl.NumberFormat(t.locale, { ...options, numberingSystem: 'latn' }).format(value)
}

function downloads(t: Translate, report: Report): SafeHtml {
  const query = `from=${report.from}&to=${report.to}&audience=${report.audience}`
  return html`<section class="no-print" aria-labelledby="downloads">
    <h2 id="downloads">${t('report.csv.title')}</h2>
    <ul>
      <li>
        <a href="${safeUrl(`/report.csv?${query}&dialect=da-excel`)}">${t('report.csv.excel')}</a>
      </li>
      <li><a href="${safeUrl(`/report.csv?${query}`)}">${t('report.csv.plain')}</a></li>
    </ul>
  </section>`
}
