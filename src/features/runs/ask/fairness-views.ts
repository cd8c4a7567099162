import { languageName } from '../../../locales/format.ts'
import { isMessageKey, type Translate } from '../../../locales/translate.ts'
import type { FairnessAudit } from '../../../matching/fairness.ts'
import { html, type SafeHtml } from '../../../web/html.ts'

type By = 'byGender' | 'byAge' | 'byLanguage'

export function groupsOf(
  t: Translate,
): Record<By, { label: string; nameOf: (group: string) => string }> {
  const sexName = (group: string) => {
    const key = `people.sex.${group}`
    return isMessageKey(key) ? t.dynamic(key) : group
  }
  return {
    byGender: { label: t('people.form.sex'), nameOf: sexName },
    byAge: { label: t('runs.fairness.age'), nameOf: sexName },
    byLanguage: {
      label: t('people.form.languages'),
      nameOf: (group) => languageName(t.locale, group),
    },
  }
}

/** The fairness of a run by group; it is not part of the score. */
export function fairnessTables(t: Translate, audit: FairnessAudit): SafeHtml {
  const groups = groupsOf(t)
  return html`<h2>${t('runs.fairness.title')}</h2>
    <p>${t('runs.fairness.lead', { below: audit.suppressedBelow })}</p>
    ${(['byGender', 'byAge', 'byLanguage'] as const).map((by) =>
      audit[by].every(({ mentees }) => mentees === null)
        ? html`<p>${groups[by].label}: ${t('runs.fairness.tooSmall')}</p>`
        : html`<div class="table-scroll" tabindex="0">
            <table class="table">
              <caption>
                ${groups[by].label}
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
                ${audit[by].map(
                  (row) =>
                    html`<tr>
                      <th scope="row">${groups[by].nameOf(row.group)}</th>
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

export function percent(t: Translate, share: number | null): string {
  return share === null
    ? '–'
    : new Intl.NumberFormat(t.locale, { style: 'percent', numberingSystem: 'latn' }).format(share)
}
