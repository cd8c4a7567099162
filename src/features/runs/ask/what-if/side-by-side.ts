import { formatNumber } from '../../../../locales/format.ts'
import { pointsOf } from '../../../../locales/staff/sentences.ts'
import type { Translate } from '../../../../locales/translate.ts'
import { municipalityName } from '../../../../matching/municipalities.ts'
import type { Role } from '../../../../matching/types.ts'
import { TERMS } from '../../../../matching/weights.ts'
import { one } from '../../../../web/form.ts'
import type { FormState } from '../../../../web/form-parts.ts'
import { html, type SafeHtml } from '../../../../web/html.ts'
import type { Tried } from '../ask-what-if.ts'
import { groupsOf, percent } from '../fairness-views.ts'
import type { Links } from '../links.ts'
import { objectives } from '../../schema.ts'
import { factorName } from './form.ts'
import { described, mostChangedPairs, changedPairsOf } from './changed-pairs.ts'
import type { WhatIfPage } from './views.ts'

/** The outcomes, the run itself first, and the people whose pairs change. */
export interface Compared extends Links {
  outcomes: Tried[]
}

type Figure = 'matched' | 'unmatched' | 'total' | 'lowest' | 'medianWait' | 'longestWait' | 'moved'

/** The outcome of each variant next to the run: figures, changed pairs and fairness. */
export function results(t: Translate, compared: Compared, shown: WhatIfPage): SafeHtml {
  const [, ...tried] = compared.outcomes
  return html`<h2>${t('runs.whatIf.result')}</h2>
    ${figuresTable(t, compared.outcomes, shown)}
    <p class="small-text">${t('runs.whatIf.comparable')}</p>
    ${tried.map((outcome, at) => changes(t, outcome, shown.numbers[at]!, compared.linkOf))}
    ${audit(t, compared.outcomes, shown)}
    <h2>${t('runs.whatIf.again')}</h2>`
}

function figuresTable(t: Translate, outcomes: Tried[], shown: WhatIfPage): SafeHtml {
  const points = (ppm: number | null) =>
    ppm === null ? '–' : formatNumber(t.locale, pointsOf(ppm), { decimals: 1 })
  const figures: [key: Figure, (outcome: Tried) => string | number][] = [
    ['matched', ({ figures }) => figures.matched],
    ['unmatched', ({ figures }) => figures.unmatched],
    ['total', ({ figures }) => points(figures.totalAsNow)],
    ['lowest', ({ figures }) => points(figures.lowestAsNow)],
    ['medianWait', ({ figures }) => figures.medianWaitUnmatched ?? '–'],
    ['longestWait', ({ figures }) => figures.longestWaitUnmatched ?? '–'],
    ['moved', ({ changes }) => changes.come.length],
  ]
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

/** The settings of a variant, in words above its column. */
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

function changes(t: Translate, tried: Tried, number: number, linkOf: Links['linkOf']): SafeHtml {
  const nameOf = (role: Role, id: string | undefined) => {
    if (id === undefined) return ''
    if (id === described) return t('runs.whatIf.newcomer')
    return linkOf(role, id)?.name ?? '…'
  }
  const moves = changedPairsOf(tried.changes)
  const lines = moves.slice(0, mostChangedPairs).map(({ mentee, before, after }) => {
    const names = {
      mentee: nameOf('mentee', mentee),
      before: nameOf('mentor', before),
      after: nameOf('mentor', after),
    }
    return before === undefined
      ? t('runs.change.gained', names)
      : after === undefined
        ? t('runs.change.lost', names)
        : t('runs.change.moved', names)
  })
  return html`<h3>${t('runs.whatIf.changes', { number })}</h3>
    ${
      moves.length === 0
        ? html`<p>${t('runs.whatIf.noChanges')}</p>`
        : html`<ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
    }
    ${
      moves.length <= mostChangedPairs
        ? ''
        : html`<p>${t('runs.change.more', { count: moves.length - mostChangedPairs })}</p>`
    }`
}

/** Fairness per variant; every column suppresses the same groups. */
function audit(t: Translate, outcomes: Tried[], shown: WhatIfPage): SafeHtml {
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
