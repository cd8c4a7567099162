import type { MessageKey } from '../../locales/translate.ts'
import { type Choice, errorSummary, type FormState, formTitle } from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import type { listMunicipalities } from './sql.ts'

export interface MunicipalityForm {
  municipalities: Awaited<ReturnType<typeof listMunicipalities>>
  state: FormState
}

export function formPage(
  frame: Frame,
  state: FormState,
  form: {
    title: MessageKey
    lead?: MessageKey
    action: string
    labels: Record<string, MessageKey>
    fields: SafeHtml
  },
): string {
  const { t } = frame
  const title = t.dynamic(form.title)
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, form.labels)}
      ${form.lead === undefined ? '' : html`<p class="font-lead">${t.dynamic(form.lead)}</p>`}
      <form method="post" action="${form.action}" novalidate>
        ${formToken(frame)} ${form.fields}
        <button class="button button-primary" type="submit">${title}</button>
      </form>`,
  )
}

export function choices(form: MunicipalityForm): Choice[] {
  return form.municipalities.map(({ code, name }) => ({ value: code, label: name }))
}

export function table(headings: string[], rows: (string | SafeHtml)[][], none: string): SafeHtml {
  if (rows.length === 0) return html`<p>${none}</p>`
  return html`<div class="table-scroll" tabindex="0">
    <table class="table">
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td dir="auto">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

export function link(href: string, label: string): SafeHtml {
  return html`<p><a class="button button-secondary" href="${href}">${label}</a></p>`
}
