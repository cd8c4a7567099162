import type { MessageKey, Messages, PublicKey, PublicTranslate } from '../locales/translate.ts'
import type { FieldProblem } from '../problems.ts'
import { type FormBody, many, one } from './form.ts'
import { html, type SafeHtml } from './html.ts'

export interface FormState {
  values: FormBody
  problems: FieldProblem[]
}

export const emptyForm: FormState = { values: {}, problems: [] }

/** The field of a pointer: `/languages/0/level` belongs to `languages`. */
function fieldOf(problem: FieldProblem): string {
  return problem.pointer.split('/')[1] ?? ''
}

function errorOf(t: PublicTranslate, state: FormState, name: string): string | undefined {
  const problem = state.problems.find((problem) => fieldOf(problem) === name)
  return problem && t.dynamic(`form.error.${problem.code}`, problem.args)
}

/** The list of problems at the top of the page, focused, each a link to its field. */
export function errorSummary<Label extends MessageKey>(
  t: Messages<PublicKey | NoInfer<Label>>,
  state: FormState,
  labels: Readonly<Record<string, Label>>,
): SafeHtml | string {
  if (state.problems.length === 0) return ''
  const names = [...new Set(state.problems.map(fieldOf))]
  return html`<div
    class="alert alert-error error-summary"
    role="alert"
    tabindex="-1"
    autofocus
    aria-labelledby="error-summary"
  >
    <div class="alert-text">
      <h2 class="alert-heading" id="error-summary">${t('form.summary')}</h2>
      <ul>
        ${names.map((name) => {
          // A field may be called `constructor`: use own properties only.
          const label = Object.hasOwn(labels, name) ? labels[name] : undefined
          return html`<li>
            <a href="#${name === '' ? 'content' : `field-${name}`}"
              >${label === undefined ? '' : `${t.dynamic(label)}: `}${errorOf(t, state, name)}</a
            >
          </li>`
        })}
      </ul>
    </div>
  </div>`
}

/** The title of a page with a refused form starts with the error, for screen readers. */
export function formTitle(t: PublicTranslate, state: FormState, title: string): string {
  return state.problems.length === 0 ? title : t('form.titleWithError', { title })
}

interface Field {
  name: string
  /** Needed when a page has the same field in several forms. */
  id?: string
  label: string
  hint?: string
}

interface TextField extends Field {
  type?:
    'text' | 'email' | 'tel' | 'number' | 'date' | 'time' | 'url' | 'password' | 'datetime-local'
  autocomplete?: string
  required?: boolean
  maxLength?: number
}

export function textField(t: PublicTranslate, state: FormState, field: TextField): SafeHtml {
  const error = errorOf(t, state, field.name)
  const value = field.type === 'password' ? '' : (one(state.values, field.name) ?? '')
  const id = field.id ?? `field-${field.name}`
  return html`<div class="form-group">
    <label class="form-label" for="${id}">${field.label}</label>
    ${hint(field)} ${errorText(t, field, error)}
    <input
      class="form-input"
      id="${id}"
      name="${field.name}"
      type="${field.type ?? 'text'}"
      dir="auto"
      value="${value}"
      ${field.autocomplete ? html`autocomplete="${field.autocomplete}"` : ''}
      ${field.maxLength ? html`maxlength="${field.maxLength}"` : ''}
      ${field.required ? html`required` : ''}
      ${described(field, error)}
    />
  </div>`
}

/** Several lines of free text; a stored text is one line, as every field. */
export function textArea(
  t: PublicTranslate,
  state: FormState,
  field: Field & { maxLength: number; required?: boolean; lang?: string },
): SafeHtml {
  const error = errorOf(t, state, field.name)
  return html`<div class="form-group">
    <label class="form-label" for="field-${field.name}">${field.label}</label>
    ${hint(field)} ${errorText(t, field, error)}
    <textarea
      class="form-input"
      id="field-${field.name}"
      name="${field.name}"
      rows="8"
      dir="auto"
      ${field.lang ? html`lang="${field.lang}"` : ''}
      maxlength="${field.maxLength}"
      ${field.required ? html`required` : ''}
      ${described(field, error)}
    >
${one(state.values, field.name) ?? ''}</textarea>
  </div>`
}

export interface Choice {
  value: string
  label: string
  /** The language of the label, where it is not the page's. */
  lang?: string
}

interface ChoiceField extends Field {
  choices: readonly Choice[]
  /** The label of an empty first choice; without it the first choice is preselected. */
  nothing?: string
}

export function selectField(t: PublicTranslate, state: FormState, field: ChoiceField): SafeHtml {
  const error = errorOf(t, state, field.name)
  return html`<div class="form-group">
    <label class="form-label" for="field-${field.name}">${field.label}</label>
    ${hint(field)} ${errorText(t, field, error)}
    <select
      class="form-select"
      id="field-${field.name}"
      name="${field.name}"
      ${described(field, error)}
    >
      ${options(field, one(state.values, field.name))}
    </select>
  </div>`
}

export function options(
  field: Pick<ChoiceField, 'choices' | 'nothing'>,
  selected: string | undefined,
): SafeHtml {
  return html`${field.nothing === undefined ? '' : html`<option value="">${field.nothing}</option>`}
  ${field.choices.map(
    (choice) =>
      html`<option
        value="${choice.value}"
        ${choice.lang ? html`lang="${choice.lang}"` : ''}
        ${choice.value === selected ? html`selected` : ''}
      >
        ${choice.label}
      </option>`,
  )}`
}

export function checkboxGroup(t: PublicTranslate, state: FormState, field: ChoiceField): SafeHtml {
  const ticked = new Set(many(state.values, field.name))
  return choiceGroup(t, state, field, 'checkbox', (value) => ticked.has(value))
}

export function radioGroup(t: PublicTranslate, state: FormState, field: ChoiceField): SafeHtml {
  const chosen = one(state.values, field.name)
  return choiceGroup(t, state, field, 'radio', (value) => value === chosen)
}

function choiceGroup(
  t: PublicTranslate,
  state: FormState,
  field: ChoiceField,
  type: 'checkbox' | 'radio',
  isChosen: (value: string) => boolean,
): SafeHtml {
  const error = errorOf(t, state, field.name)
  return fieldGroup(
    t,
    state,
    field,
    html`<div class="choices">
      ${field.choices.map(
        (choice, index) =>
          html`<div class="${`form-group-${type}`}">
            <input
              class="${`form-${type}`}"
              type="${type}"
              id="choice-${field.id ?? field.name}-${index}"
              name="${field.name}"
              value="${choice.value}"
              ${isChosen(choice.value) ? html`checked` : ''}
              ${index === 0 ? described(field, error) : ''}
            />
            <label
              class="form-label"
              for="choice-${field.id ?? field.name}-${index}"
              ${choice.lang ? html`lang="${choice.lang}"` : ''}
              >${choice.label}</label
            >
          </div>`,
      )}
    </div>`,
  )
}

/** A group of fields under one label. */
export function fieldGroup(
  t: PublicTranslate,
  state: FormState,
  field: Field,
  body: SafeHtml,
): SafeHtml {
  const error = errorOf(t, state, field.name)
  return html`<fieldset class="form-group" id="${field.id ?? `field-${field.name}`}">
    <legend class="form-label">${field.label}</legend>
    ${hint(field)} ${errorText(t, field, error)} ${body}
  </fieldset>`
}

export function checkbox(
  t: PublicTranslate,
  state: FormState,
  field: Field & { required?: boolean },
): SafeHtml {
  const error = errorOf(t, state, field.name)
  return html`<div class="form-group">
    ${errorText(t, field, error)}
    <div class="form-group-checkbox">
      <input
        class="form-checkbox"
        type="checkbox"
        id="field-${field.name}"
        name="${field.name}"
        value="on"
        ${one(state.values, field.name) === undefined ? '' : html`checked`}
        ${field.required ? html`required` : ''}
        ${described(field, error)}
      />
      <label class="form-label" for="field-${field.name}">${field.label}</label>
    </div>
    ${hint(field)}
  </div>`
}

function hint(field: Field): SafeHtml | string {
  return field.hint === undefined
    ? ''
    : html`<span class="form-hint" id="${hintId(field)}">${field.hint}</span>`
}

function hintId(field: Field): string {
  return `hint-${field.id ?? field.name}`
}

function errorText(t: PublicTranslate, field: Field, error: string | undefined): SafeHtml | string {
  return error === undefined
    ? ''
    : html`<span class="form-error-message" id="error-${field.name}"
        ><span class="sr-only">${t('form.errorPrefix')}</span> ${error}</span
      >`
}

function described(field: Field, error: string | undefined): SafeHtml | string {
  const ids = [
    ...(field.hint === undefined ? [] : [hintId(field)]),
    ...(error === undefined ? [] : [`error-${field.name}`]),
  ]
  if (ids.length === 0) return ''
  const invalid = error === undefined ? '' : html`aria-invalid="true"`
  return html`aria-describedby="${ids.join(' ')}" ${invalid}`
}
