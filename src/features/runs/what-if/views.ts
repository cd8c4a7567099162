import { formatWeekday, languageName } from '../../../locales/format.ts'
import { pointsOf } from '../../../locales/matching.ts'
import type { MessageKey, Translate } from '../../../locales/translate.ts'
import { MUNICIPALITY_CODES, municipalityName } from '../../../matching/municipalities.ts'
import type { Role } from '../../../matching/types.ts'
import { LEVELS, TERMS } from '../../../matching/weights.ts'
import { one } from '../../../web/form.ts'
import {
  checkbox,
  checkboxGroup,
  type Choice,
  errorSummary,
  type FormState,
  formTitle,
  selectField,
  textField,
} from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { page } from '../../../web/layout.ts'
import { commonLanguages, otherLanguages, topics } from '../../people/topics.ts'
import type { WhatIf } from '../ask-what-if.ts'
import { groupsOf, percent } from '../fairness-views.ts'
import { objectives } from '../schema.ts'
import { factors, isTried, tries } from './form.ts'

type Outcome = WhatIf['outcomes'][number]

export interface WhatIfPage {
  runId: string
  state: FormState
  /** Which tries were filled in; the outcomes after the first are theirs. */
  numbers: number[]
  compared: WhatIf | undefined
  /** Mentors whose places are all wanted, by enrolment. */
  wanted: { enrolmentId: string; name: string }[]
}

/** Up to four other ways for the same people, side by side with the run as it was. */
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
  // Beside the results the columns say what was tried; the form is for changing it.
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

/** What can differ is folded until it is wanted: four tries with everything in sight are a wall. */
function part(title: string, isOpen: boolean, fields: SafeHtml): SafeHtml {
  return html`<details ${isOpen ? html`open` : ''}>
    <summary>${title}</summary>
    ${fields}
  </details>`
}

function isFilled({ values }: FormState, number: number, names: readonly string[]): boolean {
  return names.some((name) => one(values, `${name}${number}`) !== undefined)
}

function factorName(t: Translate, factor: string): string {
  return t.dynamic(`runs.whatIf.factor.${factor}` as MessageKey)
}

/** One more mentor, as an advert would describe one. */
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

function results(t: Translate, compared: WhatIf, shown: WhatIfPage): SafeHtml {
  const [, ...tried] = compared.outcomes
  return html`<h2>${t('runs.whatIf.result')}</h2>
    ${figuresTable(t, compared.outcomes, shown)}
    <p class="small-text">${t('runs.whatIf.comparable')}</p>
    ${tried.map((outcome, at) => changes(t, outcome, shown.numbers[at]!, compared.linkOf))}
    ${audit(t, compared.outcomes, shown)}
    <h2>${t('runs.whatIf.again')}</h2>`
}

const figures = [
  ['matched', ({ figures }: Outcome) => figures.matched],
  ['unmatched', ({ figures }: Outcome) => figures.unmatched],
  ['total', ({ figures }: Outcome) => pointsOf(figures.totalAsNow)],
  ['lowest', ({ figures }: Outcome) => pointsOf(figures.lowestAsNow ?? 0)],
  ['medianWait', ({ figures }: Outcome) => figures.medianWaitUnmatched ?? '–'],
  ['longestWait', ({ figures }: Outcome) => figures.longestWaitUnmatched ?? '–'],
  ['moved', ({ changes }: Outcome) => changes.come.length],
] as const

function figuresTable(t: Translate, outcomes: Outcome[], shown: WhatIfPage): SafeHtml {
  return sideBySide(
    t,
    t('runs.whatIf.result'),
    shown,
    figures.map(([key, figure]) => [t(`runs.figure.${key}`), outcomes.map(figure)]),
  )
}

function sideBySide(
  t: Translate,
  caption: string,
  { numbers, state, wanted }: WhatIfPage,
  rows: readonly (readonly [label: string, cells: readonly (string | number)[]])[],
): SafeHtml {
  return html`<div class="table-scroll" tabindex="0">
    <table class="table">
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${t('runs.whatIf.asItWas')}</th>
          ${numbers.map(
            (number) =>
              html`<th scope="col">
                ${t('runs.whatIf.try', { number })}
                ${describe(t, state, number, wanted).map(
                  (difference) => html`<br /><span class="small-text">${difference}</span>`,
                )}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([label, cells]) =>
            html`<tr>
              <th scope="row">${label}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

/** What a try changes, in words above its column. */
function describe(
  t: Translate,
  { values }: FormState,
  number: number,
  wanted: WhatIfPage['wanted'],
): string[] {
  const field = (name: string) => one(values, `${name}${number}`)
  const objective = objectives.find((name) => name === field('objective'))
  const [residence, who] = [field('residence'), field('who')]
  const places = field('places') ?? '1'
  const asked = wanted.find(({ enrolmentId }) => enrolmentId === who)?.name
  return [
    ...(objective ? [t(`runs.objective.${objective}`)] : []),
    ...TERMS.flatMap((term) => {
      const factor = field(term)
      return factor === undefined
        ? []
        : [`${t(`proposals.term.${term}`)}: ${factorName(t, factor)}`]
    }),
    ...(who === undefined && field('places') === undefined
      ? []
      : [t('runs.whatIf.takeMore', { who: asked ?? t('runs.whatIf.everyone'), places })]),
    ...(residence === undefined
      ? []
      : [t('runs.whatIf.newMentor', { municipality: municipalityName(residence) })]),
  ]
}

const mostChanges = 40

function changes(
  t: Translate,
  { changes: { gone, come } }: Outcome,
  number: number,
  linkOf: WhatIf['linkOf'],
): SafeHtml {
  const before = new Map(gone.map(({ mentor, mentee }) => [mentee, mentor]))
  const after = new Map(come.map(({ mentor, mentee }) => [mentee, mentor]))
  const nameOf = (role: Role, id: string) =>
    linkOf(role, id)?.name ?? (id === 'described' ? t('runs.whatIf.newcomer') : '…')
  const mentees = [...new Set([...after.keys(), ...before.keys()])]
  const lines = mentees.slice(0, mostChanges).map((id) => {
    const [was, is] = [before.get(id), after.get(id)]
    const names = {
      mentee: nameOf('mentee', id),
      before: was === undefined ? '' : nameOf('mentor', was),
      after: is === undefined ? '' : nameOf('mentor', is),
    }
    return was === undefined
      ? t('runs.change.gained', names)
      : is === undefined
        ? t('runs.change.lost', names)
        : t('runs.change.moved', names)
  })
  return html`<h3>${t('runs.whatIf.changes', { number })}</h3>
    ${
      mentees.length === 0
        ? html`<p>${t('runs.whatIf.noChanges')}</p>`
        : html`<ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
    }
    ${
      mentees.length <= mostChanges
        ? ''
        : html`<p>${t('runs.change.more', { count: mentees.length - mostChanges })}</p>`
    }`
}

/** Afterwards, for people to look at; the groups are the same in each column, so the same are hidden. */
function audit(t: Translate, outcomes: Outcome[], shown: WhatIfPage): SafeHtml {
  const [base] = outcomes
  if (base === undefined) return html``
  const tables = (['byGender', 'byLanguage'] as const).map((by) => {
    const { label, nameOf } = groupsOf(t)[by]
    const rows = base.fairness[by].map(
      ({ group }) =>
        [
          nameOf(group),
          outcomes.map(({ fairness }) => {
            const found = fairness[by].find((one) => one.group === group)
            return found?.matchRate == null
              ? t('runs.fairness.hidden')
              : percent(t, found.matchRate)
          }),
        ] as const,
    )
    const isHidden = base.fairness[by].every(({ mentees }) => mentees === null)
    return html`<h3>${label}</h3>
      ${isHidden ? html`<p>${t('runs.fairness.tooSmall')}</p>` : sideBySide(t, label, shown, rows)}`
  })
  return html`<h2>${t('runs.whatIf.audit')}</h2>
    <p>
      ${t('runs.whatIf.auditLead')}
      ${t('runs.fairness.lead', { below: base.fairness.suppressedBelow })}
    </p>
    ${tables}`
}
