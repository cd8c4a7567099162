import { formatDay, formatMoment, languageName } from '../../locales/format.ts'
import {
  costSentence,
  partSentence,
  pointsOf,
  recruitSentences,
  whyNotSentences,
} from '../../locales/matching.ts'
import type { MessageKey, Translate } from '../../locales/translate.ts'
import type { FairnessAudit, FairnessGroup } from '../../matching/fairness.ts'
import type { Outcome } from '../../matching/what-if.ts'
import type { Frame } from '../../web/frame.ts'
import { errorSummary, type FormState, selectField, textField } from '../../web/form-parts.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import type { RunExplanation } from './explain.ts'
import type { Alternatives } from './find-alternatives.ts'
import { objectives } from './schema.ts'
import type { RunRow } from './sql.ts'

/** A run that is not done: how far it is. A script asks again until there is an answer. */
export function progressPage(frame: Frame, run: RunRow): string {
  const { t } = frame
  const isGoing = run.state === 'queued' || run.state === 'running'
  return page(
    frame,
    t('runs.title'),
    html`<h1>${t('runs.title')}</h1>
      <div role="status" ${isGoing ? html`data-progress` : ''}>
        <p class="font-lead">${t.dynamic(`runs.state.${run.state}`)}</p>
        ${run.phase === null ? '' : phases(t, run.phase)}
      </div>
      ${
        isGoing
          ? html`<div class="actions">
              <a class="button button-secondary" href="/runs/${run.id}">${t('runs.again')}</a>
              <form method="post" action="/runs/${run.id}/cancel">
                ${formToken(frame)}
                <button class="button button-secondary" type="submit">${t('runs.cancel')}</button>
              </form>
            </div>`
          : html`<p><a href="/proposals">${t('layout.nav.proposals')}</a></p>`
      }`,
    { script: isGoing ? '/assets/progress.js' : undefined },
  )
}

const order = ['prepare', 'score', 'solve', 'verify', 'count'] as const

function phases(t: Translate, phase: string): SafeHtml {
  const at = order.indexOf(phase as (typeof order)[number])
  return html`<p>
    <label>
      ${t.dynamic(`runs.phase.${phase}` as MessageKey)}
      <progress max="${order.length}" value="${at + 1}"></progress>
    </label>
  </p>`
}

export function runPage(
  frame: Frame,
  explained: RunExplanation,
  compared: { state: FormState; outcomes: Outcome[] },
): string {
  const { t } = frame
  const { run } = explained
  return page(
    frame,
    t('runs.title'),
    html`${errorSummary(t, compared.state, { variants: 'runs.whatIf.title' })}
      <h1>${t('runs.title')}</h1>
      <p class="font-lead">
        ${t('proposals.run.summary', {
          at: formatMoment(t.locale, run.startedAt),
          matched: run.result.matched,
          average:
            run.result.matched === 0
              ? 0
              : Math.round(pointsOf(run.result.total / run.result.matched)),
        })}
      </p>
      <p>${t('proposals.run.proof', { pairs: run.result.counts.feasible })}</p>
      ${whyNot(t, explained)} ${recruits(t, explained)} ${whatIf(frame, run.id, compared)}
      ${fairness(t, explained.fairness)}`,
  )
}

function whyNot(t: Translate, explained: RunExplanation): SafeHtml {
  return html`<h2>${t('runs.whyNot.title')}</h2>
    ${
      explained.whyNot.length === 0
        ? html`<p>${t('runs.whyNot.none')}</p>`
        : html`<ul class="card-list nobullet-list no-max-width">
            ${explained.whyNot.map((found) => {
              const enrolment = explained.enrolmentOf(found.role, found.id)
              const name = explained.nameOf(found.role, found.id)
              return html`<li class="panel">
                <h3>
                  ${
                    enrolment === null
                      ? name
                      : html`<a href="/people/${enrolment}"><bdi>${name}</bdi></a>`
                  }
                  (${t.dynamic(`people.role.${found.role}`)})
                </h3>
                <p>${whyNotSentences(t, found, explained.nameOf)}</p>
              </li>`
            })}
          </ul>`
    }`
}

function recruits(t: Translate, explained: RunExplanation): SafeHtml {
  return html`<h2>${t('runs.recruit.title')}</h2>
    <p>${t('runs.recruit.lead')}</p>
    ${
      explained.recruits.length === 0
        ? html`<p>${t('runs.recruit.none')}</p>`
        : html`<ol>
            ${explained.recruits.map((recruit) => html`<li>${recruitSentences(t, recruit)}</li>`)}
          </ol>`
    }`
}

/** The same people under another objective or another weight of waiting, beside the run as it was. */
function whatIf(
  frame: Frame,
  runId: string,
  { state, outcomes }: { state: FormState; outcomes: Outcome[] },
): SafeHtml {
  const { t } = frame
  return html`<h2 id="what-if">${t('runs.whatIf.title')}</h2>
    <p>${t('runs.whatIf.lead')}</p>
    <form method="get" action="/runs/${runId}#what-if" novalidate>
      ${selectField(t, state, {
        name: 'objective',
        label: t('runs.whatIf.objective'),
        choices: objectives.map((value) => ({
          value,
          label: t.dynamic(`runs.objective.${value}`),
        })),
      })}
      ${textField(t, state, {
        name: 'waiting',
        label: t('runs.whatIf.waiting'),
        hint: t('runs.whatIf.waitingHint'),
        type: 'number',
      })}
      <button class="button button-secondary" type="submit">${t('runs.whatIf.compare')}</button>
    </form>
    ${outcomes.length === 0 ? '' : outcomesTable(t, outcomes)}`
}

function outcomesTable(t: Translate, outcomes: Outcome[]): SafeHtml {
  const figures = [
    ['matched', (outcome: Outcome) => outcome.figures.matched],
    ['unmatched', (outcome: Outcome) => outcome.figures.unmatched],
    ['total', (outcome: Outcome) => pointsOf(outcome.figures.total)],
    ['lowest', (outcome: Outcome) => pointsOf(outcome.figures.lowest ?? 0)],
    ['longestWait', (outcome: Outcome) => outcome.figures.longestWaitUnmatched ?? '–'],
    ['moved', (outcome: Outcome) => outcome.changes.come.length],
  ] as const
  return html`<div class="table-scroll" tabindex="0">
    <table class="table">
      <caption class="sr-only">
        ${t('runs.whatIf.title')}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${outcomes.map(
            (outcome, at) =>
              html`<th scope="col">${at === 0 ? t('runs.whatIf.asItWas') : outcome.name}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${figures.map(
          ([key, figure]) =>
            html`<tr>
              <th scope="row">${t.dynamic(`runs.figure.${key}`)}</th>
              ${outcomes.map((outcome) => html`<td>${figure(outcome)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function fairness(t: Translate, audit: FairnessAudit): SafeHtml {
  const groups: [MessageKey, readonly FairnessGroup[], (group: string) => string][] = [
    ['people.form.sex', audit.byGender, (group) => groupName(t, `people.sex.${group}`, group)],
    ['runs.fairness.age', audit.byAge, (group) => groupName(t, `people.sex.${group}`, group)],
    ['people.form.languages', audit.byLanguage, (group) => languageName(t.locale, group)],
  ]
  return html`<h2>${t('runs.fairness.title')}</h2>
    <p>${t('runs.fairness.lead', { below: audit.suppressedBelow })}</p>
    ${groups.map(
      ([label, rows, nameOf]) =>
        html`<div class="table-scroll" tabindex="0">
          <table class="table">
            <caption>
              ${t.dynamic(label)}
            </caption>
            <thead>
              <tr>
                <td></td>
                ${(['mentees', 'matchRate', 'medianWait', 'overrideRate'] as const).map(
                  (column) => html`<th scope="col">${t(`runs.fairness.${column}`)}</th>`,
                )}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                (row) =>
                  html`<tr>
                    <th scope="row">${nameOf(row.group)}</th>
                    <td>${row.mentees ?? t('runs.fairness.hidden')}</td>
                    <td>${percent(t, row.matchRate)}</td>
                    <td>${row.medianWait ?? '–'}</td>
                    <td>${percent(t, row.overrideRate)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`,
    )}`
}

function groupName(t: Translate, key: string, group: string): string {
  return group === 'undisclosed' || (key.startsWith('people.sex.') && !/\d/.test(group))
    ? t.dynamic(key as MessageKey)
    : group
}

function percent(t: Translate, share: number | null): string {
  return share === null
    ? '–'
    : new Intl.NumberFormat(t.locale, { style: 'percent', numberingSystem: 'latn' }).format(share)
}

/** Other mentors for one mentee, and what each would cost everyone. */
export function alternativesPage(
  frame: Frame,
  proposal: { id: string; mentorName: string; menteeName: string; createdAt: Temporal.Instant },
  { alternatives, nameOf }: Alternatives,
): string {
  const { t } = frame
  const title = t('runs.alternatives.title', { name: proposal.menteeName })
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p class="font-lead">
        ${t('runs.alternatives.lead', {
          name: proposal.mentorName,
          day: formatDay(t.locale, proposal.createdAt),
        })}
      </p>
      ${
        alternatives.length === 0
          ? html`<p>${t('runs.alternatives.none')}</p>`
          : html`<ul class="card-list nobullet-list no-max-width">
              ${alternatives.map((alternative) => {
                const names = {
                  mentor: nameOf('mentor', alternative.mentor),
                  mentee: proposal.menteeName,
                }
                return html`<li class="panel">
                  <h2 class="h3"><bdi>${names.mentor}</bdi></h2>
                  <p>
                    ${t('proposals.card.score', {
                      points: Math.round(pointsOf(alternative.score.total)),
                    })}
                    <strong>${costSentence(t, alternative, nameOf)}</strong>
                  </p>
                  <ul>
                    ${alternative.score.parts
                      .map((part) => partSentence(t, part, names))
                      .filter((sentence) => sentence !== '')
                      .map((sentence) => html`<li>${sentence}</li>`)}
                  </ul>
                </li>`
              })}
            </ul>`
      }
      <p><a href="/proposals/${proposal.id}">${t('runs.alternatives.back')}</a></p>`,
  )
}
