import { whyNotSentences } from '../../../locales/staff/sentences.ts'
import type { Translate } from '../../../locales/translate.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { page } from '../../../web/layout.ts'
import { pageLinks } from './page-links.ts'
import type { ExplainedUnmatched } from './explain-unmatched.ts'

export function unmatchedPage(frame: Frame, runId: string, seen: ExplainedUnmatched): string {
  const { t } = frame
  const linkTo = (page: number) => `/runs/${runId}/unmatched?page=${page}`
  return page(
    frame,
    t('runs.unmatched.title'),
    html`<p><a href="/runs/${runId}">${t('runs.back')}</a></p>
      <h1>${t('runs.unmatched.title')}</h1>
      ${
        seen.count === 0
          ? html`<p>${t('runs.whyNot.none')}</p>`
          : html`<p class="font-lead">${t('runs.unmatched.lead')}</p>
              <h2>${t('runs.whyNot.title')}</h2>
              ${unmatchedList(t, runId, seen)}`
      }
      ${pageLinks(t, { page: seen.page, pages: seen.pages, linkTo })}`,
  )
}

/** A list with a third-level heading for each person. */
export function unmatchedList(
  t: Translate,
  runId: string,
  { people, nameOf, enrolmentOf }: ExplainedUnmatched,
): SafeHtml {
  return html`<ul class="card-list nobullet-list no-max-width">
    ${people.map((found) => {
      const { role, id } = found
      const enrolment = enrolmentOf(role, id)
      const name = html`<bdi>${nameOf(role, id)}</bdi>`
      return html`<li class="panel">
        <h3>
          ${enrolment === null ? name : html`<a href="/people/${enrolment}">${name}</a>`}
          (${t(`people.role.${role}`)})
        </h3>
        <p>${whyNotSentences(t, found, nameOf)}</p>
        ${
          enrolment === null
            ? ''
            : html`<p>
                <a href="/runs/${runId}/pairs?person=${enrolment}"
                  >${t(`runs.pairs.see.${role}`)}</a
                >
              </p>`
        }
      </li>`
    })}
  </ul>`
}
