import type { Translate } from '../../../locales/translate.ts'
import type { FormState } from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken } from '../../../web/layout.ts'
import { closingReasons } from '../schema.ts'
import type { MatchDetail } from './read-match.ts'

/** The form of a page that was refused, and what was typed there. */
export interface Typed extends FormState {
  form?: 'meeting' | 'pause' | 'closure' | 'confirmation' | 'go-on'
}

export function form(
  frame: Frame,
  { id, version }: MatchDetail,
  path: string,
  body: SafeHtml,
): SafeHtml {
  return html`<form method="post" action="/matches/${id}/${path}" novalidate>
    ${formToken(frame)}
    <input type="hidden" name="version" value="${version}" />
    ${body}
  </form>`
}

/** What was typed, in the form it was typed in; the others are as they were. */
export function stateOf(
  typed: Typed,
  name: Typed['form'],
  values: FormState['values'] = {},
): FormState {
  return typed.form === name ? typed : { values, problems: [] }
}

export function resumeForm(frame: Frame, match: MatchDetail, label: string): SafeHtml {
  return form(
    frame,
    match,
    'resumption',
    html`<button class="button button-secondary" type="submit">${label}</button>`,
  )
}

export function reasonChoices(t: Translate) {
  return closingReasons.map((value) => ({ value, label: t(`matches.reason.${value}`) }))
}
