import { formatWeekday, languageName } from '../../../../locales/format.ts'
import type { MessageKey, Translate } from '../../../../locales/translate.ts'
import { MUNICIPALITY_CODES, municipalityName } from '../../../../matching/municipalities.ts'
import { LEVELS, TERMS } from '../../../../matching/weights.ts'
import { one } from '../../../../web/form.ts'
import {
  checkbox,
  checkboxGroup,
  type Choice,
  errorSummary,
  type FormState,
  formTitle,
  selectField,
  textField,
} from '../../../../web/form-parts.ts'
import type { Frame } from '../../../../web/frame.ts'
import { html, type SafeHtml } from '../../../../web/html.ts'
import { page } from '../../../../web/layout.ts'
import { commonLanguages, otherLanguages, topics } from '../../../people/topics.ts'
import { objectives } from '../../schema.ts'
import { factorName, factors, isTried, tries } from './form.ts'
import { type Compared, results } from './side-by-side.ts'

export interface WhatIfPage {
  runId: string
  state: FormState
  /** The numbers of the filled-in variants, in the order of the outcomes after the first. */
  numbers: number[]
  compared: Compared | undefined
  /** Mentors whose places are all in demand, by enrolment. */
  wanted: { enrolmentId: string; name: string }[]
}

export function whatIfPage(frame: Frame, shown: WhatIfPage): string {
  const { t } = frame
  const { state, runId, compared } = shown
  return page(
    frame,
    formTitle(t, state, t('runs.whatIf.title')),
    html`<p><a href="/runs/${runId}">${t('runs.back')}</a></p>
      <h1>${t('runs.whatIf.title')}</h1>
      ${errorSummary(t, state, labels)}
      <p class="font-lead">${t('runs.whatIf.lead')}</p>
      ${compared === undefined ? '' : results(t, compared, shown)}
      <form method="get" action="/runs/${runId}/what-if" novalidate>
        ${tries.map((number) => tryFields(t, number, shown))}
        <button class="button button-primary" type="submit">${t('runs.whatIf.compare')}</button>
        <a class="button button-secondary" href="/runs/${runId}/what-if"
          >${t('runs.whatIf.clear')}</a
        >
      </form>`,
  )
}

const fieldLabels = {
  ...{ objective: 'runs.whatIf.objective', who: 'runs.whatIf.who', places: 'runs.whatIf.places' },
  ...{ residence: 'runs.whatIf.residence', tongue: 'runs.whatIf.language' },
  ...{ day: 'runs.whatIf.day', from: 'runs.whatIf.from', to: 'runs.whatIf.to' },
  ...{ offers: 'runs.whatIf.offers', capacity: 'runs.whatIf.capacity' },
  ...{
    topics: 'proposals.term.topics',
    language: 'proposals.term.language',
    time: 'proposals.term.time',
  },
  ...{ waiting: 'proposals.term.waiting', distance: 'proposals.term.distance' },
  ...{ interests: 'proposals.term.interests' },
} as const satisfies Record<string, MessageKey>

const labels = Object.fromEntries(
  tries.flatMap((number) =>
    Object.entries(fieldLabels).map(([name, label]) => [`${name}${number}`, label]),
  ),
)

function tryFields(t: Translate, number: number, shown: WhatIfPage): SafeHtml {
  const { state, wanted, compared } = shown
  // Next to results the columns describe the variants, so the form is folded.
  const isOpen = compared === undefined && (number === 1 || isTried(state.values, number))
  return html`<details class="panel" ${isOpen ? html`open` : ''}>
    <summary><strong>${t('runs.whatIf.try', { number })}</strong></summary>
    ${selectField(t, state, {
      name: `objective${number}`,
      label: t('runs.whatIf.objective'),
      nothing: t('runs.whatIf.asNow'),
      choices: objectives.map((value) => ({ value, label: t(`runs.objective.${value}`) })),
    })}
    ${part(
      t('runs.whatIf.weights'),
      isFilled(state, number, TERMS),
      html`<div class="choices">
        ${TERMS.map((term) =>
          selectField(t, state, {
            name: `${term}${number}`,
            label: t(`proposals.term.${term}`),
            nothing: t('runs.whatIf.asNow'),
            choices: Object.keys(factors).map((value) => ({ value, label: factorName(t, value) })),
          }),
        )}
      </div>`,
    )}
    ${part(
      t('runs.whatIf.morePlaces'),
      isFilled(state, number, ['who', 'places']),
      html`<div class="choices">
        ${selectField(t, state, {
          name: `who${number}`,
          label: t('runs.whatIf.who'),
          nothing: t('runs.whatIf.nobody'),
          choices: [
            { value: 'all', label: t('runs.whatIf.everyone') },
            ...wanted.map(({ enrolmentId, name }) => ({ value: enrolmentId, label: name })),
          ],
        })}
        ${textField(t, state, {
          name: `places${number}`,
          label: t('runs.whatIf.places'),
          type: 'number',
        })}
      </div>`,
    )}
    ${part(
      t('runs.whatIf.mentor'),
      isFilled(state, number, ['residence', 'tongue', 'from', 'to', 'offers']),
      mentorFields(t, number, state),
    )}
  </details>`
}

/** Groups of fields are folded: four open variants are too long to read. */
function part(title: string, isOpen: boolean, fields: SafeHtml): SafeHtml {
  return html`<details ${isOpen ? html`open` : ''}>
    <summary>${title}</summary>
    ${fields}
  </details>`
}

function isFilled({ values }: FormState, number: number, names: readonly string[]): boolean {
  return names.some((name) => one(values, `${name}${number}`) !== undefined)
}

function mentorFields(t: Translate, number: number, state: FormState): SafeHtml {
  const select = (name: string, label: string, choices: Choice[], nothing?: string) =>
    selectField(t, state, {
      ...{ name: `${name}${number}`, label, choices },
      ...(nothing !== undefined && { nothing }),
    })
  return html`<p class="form-hint">${t('runs.whatIf.mentorHint')}</p>
    <div class="choices">
      ${select('residence', t('runs.whatIf.residence'), municipalities, t('people.form.choose'))}
      ${select('tongue', t('runs.whatIf.language'), languages(t), t('runs.whatIf.noOther'))}
      ${select('level', t('runs.whatIf.level'), levels(t))}
      ${select('day', t('runs.whatIf.day'), days(t))}
      ${textField(t, state, { name: `from${number}`, label: t('runs.whatIf.from') })}
      ${textField(t, state, { name: `to${number}`, label: t('runs.whatIf.to') })}
      ${select('meets', t('runs.whatIf.meets'), ways(t))}
      ${select('sex', t('people.form.sex'), sexes(t))}
      ${textField(t, state, {
        name: `capacity${number}`,
        label: t('runs.whatIf.capacity'),
        type: 'number',
      })}
    </div>
    ${checkbox(t, state, { name: `children${number}`, label: t('runs.whatIf.children') })}
    ${checkboxGroup(t, state, {
      name: `offers${number}`,
      label: t('runs.whatIf.offers'),
      choices: topics.map((value) => ({ value, label: t(`topic.${value}`) })),
    })}`
}

const municipalities = MUNICIPALITY_CODES.map((value) => ({
  ...{ value, label: municipalityName(value), lang: 'da' },
})).sort((a, b) => a.label.localeCompare(b.label, 'da'))

function languages(t: Translate): Choice[] {
  return [...new Set<string>([...commonLanguages, ...otherLanguages])]
    .filter((tag) => tag !== 'da')
    .map((value) => ({ value, label: languageName(t.locale, value) }))
}

function levels(t: Translate): Choice[] {
  const spoken = LEVELS.slice(LEVELS.indexOf('A2')).toReversed()
  return spoken.map((value) => ({
    value,
    label: value === 'native' ? t('matching.level.native') : value,
  }))
}

function days(t: Translate): Choice[] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: formatWeekday(t.locale, day),
  }))
}

function ways(t: Translate): Choice[] {
  return (['either', 'in-person', 'online'] as const).map((value) => ({
    value,
    label: t(`people.meets.${value}`),
  }))
}

function sexes(t: Translate): Choice[] {
  return (['undisclosed', 'woman', 'man', 'other'] as const).map((value) => ({
    value,
    label: value === 'undisclosed' ? t('runs.whatIf.anySex') : t(`people.sex.${value}`),
  }))
}
