import { formatMoment, formatNumber } from '../../../locales/format.ts'
import {
  askForMoreSentences,
  pointsOf,
  recruitSentences,
} from '../../../locales/staff/sentences.ts'
import type { Translate } from '../../../locales/translate.ts'
import type { Pair, Role } from '../../../matching/types.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { page } from '../../../web/layout.ts'
import { mostLeftOut, type RunExplanation } from './explain.ts'
import { fairnessTables } from './fairness-views.ts'
import { unmatchedList } from './unmatched-page.ts'
import { tryMentor } from './what-if/form.ts'

/** A finished run: people without a proposal and why, what would help, and its fairness. */
export function runPage(frame: Frame, explained: RunExplanation): string {
  const { t } = frame
  const { matched, total } = explained
  return page(
    frame,
    t('runs.title'),
    html`<h1>${t('runs.title')}</h1>
      <p class="font-lead">
        ${t('proposals.run.summary', {
          at: formatMoment(t.locale, explained.startedAt),
          matched,
          average: matched === 0 ? 0 : Math.round(pointsOf(total / matched)),
        })}
      </p>
      <p>${t('proposals.run.proof', { pairs: explained.counts.feasible })}</p>
      ${explained.isCurrent ? '' : html`<p>${t('runs.version')}</p>`} ${leftOut(t, explained)}
      <p class="actions">
        <a class="button button-primary" href="/proposals">${t('layout.nav.proposals')}</a>
        <a class="button button-secondary" href="/runs/${explained.id}/what-if"
          >${t('runs.whatIf.open')}</a
        >
        <a class="button button-secondary" href="/runs/${explained.id}/pairs"
          >${t('runs.pairs.title')}</a
        >
      </p>
      ${whyNot(t, explained)} ${recruits(t, explained)} ${askForMore(t, explained)}
      ${counts(t, explained)} ${settled(t, explained)} ${fairnessTables(t, explained.fairness)}`,
  )
}

function leftOut(t: Translate, { leftOut, nameOf }: RunExplanation): SafeHtml | string {
  if (leftOut.length === 0) return ''
  return html`<section class="panel" aria-labelledby="left-out">
    <h2 id="left-out">${t('runs.leftOut.title')}</h2>
    <p>${t('runs.leftOut.lead')}</p>
    <ul>
      ${leftOut.slice(0, mostLeftOut).map((pair) => html`<li>${pairName(pair, nameOf)}: ${t(`runs.leftOut.${pair.why}`)}</li>`)}
    </ul>
    ${moreThan(t, mostLeftOut, leftOut.length)}
  </section>`
}

function moreThan(t: Translate, shown: number, count: number): SafeHtml | string {
  return count <= shown ? '' : html`<p>${t('runs.change.more', { count: count - shown })}</p>`
}

function pairName({ mentor, mentee }: Pair, nameOf: (role: Role, id: string) => string): SafeHtml {
  return html`<bdi>${nameOf('mentor', mentor)}</bdi> + <bdi>${nameOf('mentee', mentee)}</bdi>`
}

function whyNot(t: Translate, explained: RunExplanation): SafeHtml {
  const { id, unmatched } = explained
  const { people, pages, count } = unmatched
  return html`<h2>${t('runs.whyNot.title')}</h2>
    ${people.length === 0 ? html`<p>${t('runs.whyNot.none')}</p>` : unmatchedList(t, id, { ...explained, ...unmatched })}
    ${
      pages === 1
        ? ''
        : html`<p>
            <a href="/runs/${id}/unmatched">${t('runs.unmatched.all', { count })}</a>
          </p>`
    }`
}

function recruits(t: Translate, { id, recruits }: RunExplanation): SafeHtml {
  return html`<h2>${t('runs.recruit.title')}</h2>
    ${
      recruits.length === 0
        ? html`<p>${t('runs.recruit.none')}</p>`
        : html`<p>${t('runs.recruit.lead')}</p>
            <ol>
              ${recruits.map(
                (recruit) =>
                  html`<li>
                    ${recruitSentences(t, recruit)}
                    <a href="${tryMentor(id, recruit.profile)}">${t('runs.recruit.try')}</a>
                  </li>`,
              )}
            </ol>`
    }`
}

function askForMore(t: Translate, { soughtAfter, nameOf }: RunExplanation): SafeHtml {
  return html`<h2>${t('runs.askForMore.title')}</h2>
    ${
      soughtAfter.length === 0
        ? html`<p>${t('runs.askForMore.none')}</p>`
        : html`<p>${t('runs.askForMore.lead')}</p>
            <ol>
              ${soughtAfter.map((asked) => html`<li>${askForMoreSentences(t, asked, nameOf)}</li>`)}
            </ol>`
    }`
}

/** The reasons that exclude pairs, counted over all pairs, and pairs that would prefer each other. */
function counts(t: Translate, { counts, preferringEachOther }: RunExplanation): SafeHtml {
  const { pairs, feasible, infeasible } = counts
  return html`<h2>${t('runs.counts.title')}</h2>
    <p>${t('runs.counts.lead', { pairs, feasible })}</p>
    ${infeasible.length === 0 ? '' : reasonsTable(t, infeasible)}
    <p>${t('runs.stability', { count: preferringEachOther })}</p>`
}

function reasonsTable(t: Translate, infeasible: RunExplanation['counts']['infeasible']): SafeHtml {
  return html`<div class="table-scroll" tabindex="0">
    <table class="table">
      <caption>
        ${t('runs.counts.caption')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('runs.counts.reason')}</th>
          <th scope="col">${t('runs.counts.pairs')}</th>
        </tr>
      </thead>
      <tbody>
        ${infeasible.map(
          ({ code, count }) =>
            html`<tr>
              <th scope="row">${t(`runs.reason.${code}`)}</th>
              <td>${formatNumber(t.locale, count)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

/** The pairs that the run was given as locked or excluded. */
function settled(t: Translate, { settled, nameOf }: RunExplanation): SafeHtml {
  return html`${(['locked', 'excluded'] as const).map((kind) => {
    const { count, pairs } = settled[kind]
    return count === 0
      ? ''
      : html`<details>
          <summary>${t(`runs.settled.${kind}`, { count })}</summary>
          <ul>
            ${pairs.map((pair) => html`<li>${pairName(pair, nameOf)}</li>`)}
          </ul>
          ${moreThan(t, pairs.length, count)}
        </details>`
  })}`
}
