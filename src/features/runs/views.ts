import { formatDay } from '../../locales/format.ts'
import { partSentence } from '../../locales/public/remarks.ts'
import { costSentence, pointsOf } from '../../locales/staff/sentences.ts'
import type { MessageKey, Translate } from '../../locales/translate.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import type { Alternatives } from './ask/find-alternatives.ts'
import type { RunState } from './sql.ts'

/** The progress of a run. A script polls until it is done. */
export function progressPage(frame: Frame, run: RunState): string {
  const { t } = frame
  const isGoing = run.state === 'queued' || run.state === 'running'
  return page(
    frame,
    t('runs.title'),
    html`<h1>${t('runs.title')}</h1>
      <div role="status" ${isGoing ? html`data-progress` : ''}>
        <p class="font-lead">${t.dynamic(`runs.state.${run.state}`)}</p>
        ${isGoing && run.phase !== null ? phases(t, run.phase, run.percent) : ''}
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

/** The step and its progress; a bar without a value if that is unknown. */
function phases(t: Translate, phase: string, percent: number | null): SafeHtml {
  const step = order.indexOf(phase as (typeof order)[number]) + 1
  const name = t.dynamic(`runs.phase.${phase}` as MessageKey)
  return html`<p>
    <label>
      ${t('runs.step', { step, of: order.length, name })}
      <progress max="100" ${percent === null ? '' : html`value="${percent}"`}></progress>
    </label>
    ${percent === null ? '' : t('runs.percent', { percent })}
  </p>`
}

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
