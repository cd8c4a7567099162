import { endonym, formatWeekday, languageName } from '../../../locales/format.ts'
import type { PublicTranslate } from '../../../locales/translate.ts'
import { one } from '../../../web/form.ts'
import {
  type Choice,
  checkbox,
  type FormState,
  fieldGroup,
  options,
} from '../../../web/form-parts.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { commonLanguages, otherLanguages } from '../topics.ts'
import { countLines, type Lines } from './form.ts'
import { levels } from './schema.ts'

// Lists within a form: a line of fields for each item, and empty lines for more.

export function languageLines(t: PublicTranslate, state: FormState): SafeHtml {
  const languages = [...commonLanguages, ...otherLanguages]
  const known = lineNumbers(state, 'languages')
    .map((line) => one(state.values, `languages-tag-${line}`))
    .filter((tag) => tag !== undefined)
  const choices = [...new Set<string>([...languages, ...known])].map((value) => ({
    value,
    label: `${endonym(value)} (${languageName(t.locale, value)})`,
  }))
  const levelChoices = levels.map((value) => ({
    value,
    label: value === 'native' ? t('people.level.native') : value,
  }))
  return fieldGroup(
    t,
    state,
    {
      name: 'languages',
      label: t('people.form.languagesQuestion'),
      hint: t('people.profile.languagesHint'),
    },
    html`${lineNumbers(state, 'languages').map(
      (line) =>
        html`<div class="line">
          ${lineSelect(state, `languages-tag-${line}`, t('people.profile.language'), choices, t('people.form.choose'))}
          ${lineSelect(state, `languages-level-${line}`, t('people.profile.level'), levelChoices, t('people.form.choose'))}
          ${(['reads', 'writes', 'interprets'] as const).map((skill) =>
            checkbox(t, state, {
              name: `languages-${skill}-${line}`,
              label: t(`people.profile.${skill}`),
            }),
          )}
        </div>`,
    )}`,
  )
}

export function hourLines(t: PublicTranslate, state: FormState): SafeHtml {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: formatWeekday(t.locale, day),
  }))
  return fieldGroup(
    t,
    state,
    { name: 'hours', label: t('people.form.hours'), hint: t('people.profile.hoursHint') },
    html`${lineNumbers(state, 'hours').map(
      (line) =>
        html`<div class="line">
          ${lineSelect(state, `hours-day-${line}`, t('people.profile.day'), days, t('people.form.choose'))}
          ${lineInput(state, `hours-from-${line}`, t('people.profile.from'), 'time')}
          ${lineInput(state, `hours-to-${line}`, t('people.profile.to'), 'time')}
        </div>`,
    )}`,
  )
}

export function awayLines(t: PublicTranslate, state: FormState): SafeHtml {
  return fieldGroup(
    t,
    state,
    { name: 'away', label: t('people.profile.away'), hint: t('people.profile.awayHint') },
    html`${lineNumbers(state, 'away').map(
      (line) =>
        html`<div class="line">
          ${lineInput(state, `away-from-${line}`, t('people.profile.firstDay'), 'date')}
          ${lineInput(state, `away-to-${line}`, t('people.profile.lastDay'), 'date')}
        </div>`,
    )}`,
  )
}

function lineNumbers(state: FormState, list: Lines): number[] {
  return Array.from({ length: countLines(state.values, list) }, (_, line) => line)
}

export function lineSelect(
  state: FormState,
  name: string,
  label: string,
  choices: readonly Choice[],
  nothing: string,
): SafeHtml {
  return html`<div class="form-group">
    <label class="form-label" for="field-${name}">${label}</label>
    <select class="form-select" id="field-${name}" name="${name}">
      ${options({ choices, nothing }, one(state.values, name))}
    </select>
  </div>`
}

function lineInput(state: FormState, name: string, label: string, type: 'time' | 'date'): SafeHtml {
  return html`<div class="form-group">
    <label class="form-label" for="field-${name}">${label}</label>
    <input
      class="form-input"
      id="field-${name}"
      name="${name}"
      type="${type}"
      ${type === 'time' ? html`step="900"` : ''}
      value="${one(state.values, name) ?? ''}"
    />
  </div>`
}
