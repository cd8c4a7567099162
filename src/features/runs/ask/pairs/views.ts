import { partSentence } from '../../../../locales/public/remarks.ts'
import { pointsOf, reasonClause } from '../../../../locales/staff/sentences.ts'
import type { Translate } from '../../../../locales/translate.ts'
import type { PairSeen } from '../../../../matching/pair-row.ts'
import { type FormState, textField } from '../../../../web/form-parts.ts'
import type { Frame } from '../../../../web/frame.ts'
import { html, type SafeHtml } from '../../../../web/html.ts'
import { page } from '../../../../web/layout.ts'
import { pageLinks } from '../page-links.ts'
import type { ExplainedPairs } from '../explain-pairs.ts'

export interface Found {
  state: FormState
  people: { enrolmentId: string; name: string; role: 'mentor' | 'mentee' }[]
  count: number
}

export function findPersonPage(frame: Frame, runId: string, found: Found): string {
  const { t } = frame
  return page(
    frame,
    t('runs.pairs.title'),
    html`<p><a href="/runs/${runId}">${t('runs.back')}</a></p>
      <h1>${t('runs.pairs.title')}</h1>
      <p class="font-lead">${t('runs.pairs.lead')}</p>
      ${findForm(t, runId, found.state)}
      <p role="status">${t('runs.pairs.found', { count: found.count })}</p>
      <ul>
        ${found.people.map(
          ({ enrolmentId, name, role }) =>
            html`<li>
              <a href="/runs/${runId}/pairs?person=${enrolmentId}"><bdi>${name}</bdi></a>
              (${t(`people.role.${role}`)})
            </li>`,
        )}
      </ul>`,
  )
}

function findForm(t: Translate, runId: string, state: FormState): SafeHtml {
  return html`<form method="get" action="/runs/${runId}/pairs" novalidate>
    ${textField(t, state, { name: 'name', label: t('runs.pairs.name'), maxLength: 100 })}
    <button class="button button-secondary" type="submit">${t('runs.pairs.find')}</button>
  </form>`
}

export interface Row {
  runId: string
  seen: ExplainedPairs
  pairsAtOnce: number
}

export function pairsPage(frame: Frame, { runId, seen, pairsAtOnce }: Row): string {
  const { t } = frame
  const { page: at, count } = seen
  const pages = Math.max(1, Math.ceil(count / pairsAtOnce))
  const title = t('runs.pairs.of', { name: seen.person.name })
  const linkTo = (page: number) =>
    `/runs/${runId}/pairs?person=${seen.person.enrolmentId}&page=${page}`
  return page(
    frame,
    title,
    html`<p><a href="/runs/${runId}">${t('runs.back')}</a></p>
      <h1>${title}</h1>
      <p class="font-lead">${t('runs.pairs.order')}</p>
      ${seen.isCurrent ? '' : html`<p>${t('runs.pairs.recomputed')}</p>`}
      <ul class="card-list nobullet-list no-max-width">
        ${seen.pairs.map((pair) => html`<li class="panel">${card(t, pair, seen)}</li>`)}
      </ul>
      ${pageLinks(t, { page: at, pages, linkTo })}`,
  )
}

function card(t: Translate, pair: PairSeen, { person, linkOf }: ExplainedPairs): SafeHtml {
  const names = {
    mentor: linkOf('mentor', pair.mentor)?.name ?? '…',
    mentee: linkOf('mentee', pair.mentee)?.name ?? '…',
  }
  const { result, proposal } = pair
  const state = proposal !== null ? 'proposed' : result.feasible ? 'possible' : 'closed'
  const against = result.feasible ? (proposal?.against ?? []) : result.reasons
  return html`<h2 class="h3">
      <bdi>${person.role === 'mentor' ? names.mentee : names.mentor}</bdi>
    </h2>
    <p>
      <strong
        >${t(proposal?.locked ? 'runs.pairs.state.locked' : `runs.pairs.state.${state}`)}</strong
      >
      ${
        result.feasible
          ? t('proposals.card.score', { points: Math.round(pointsOf(result.score.total)) })
          : ''
      }
    </p>
    ${
      against.length === 0
        ? ''
        : html`<ul>
            ${against.map((reason) => html`<li>${reasonClause(t, reason, names)}</li>`)}
          </ul>`
    }
    ${
      result.feasible
        ? html`<details>
            <summary>${t('runs.pairs.parts')}</summary>
            <ul>
              ${result.score.parts.map(
                (part) =>
                  html`<li>
                    ${t(`proposals.term.${part.term}`)}:
                    ${t('proposals.card.part', {
                      points: Math.round(pointsOf(part.points)),
                      outOf: Math.round(pointsOf(part.outOf)),
                    })}
                    ${partSentence(t, part, names)}
                  </li>`,
              )}
            </ul>
          </details>`
        : ''
    }`
}
