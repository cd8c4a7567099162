import type { Translate } from '../../../locales/translate.ts'
import { html, type SafeHtml } from '../../../web/html.ts'

export function pageLinks(
  t: Translate,
  { page, pages, linkTo }: { page: number; pages: number; linkTo: (page: number) => string },
): SafeHtml | string {
  if (pages <= 1) return ''
  return html`<nav class="actions" aria-label="${t('runs.pages.label')}">
    ${page > 1 ? html`<a href="${linkTo(page - 1)}">${t('runs.pages.previous')}</a>` : ''}
    <span>${t('runs.pages.at', { page, pages })}</span>
    ${page < pages ? html`<a href="${linkTo(page + 1)}">${t('runs.pages.next')}</a>` : ''}
  </nav>`
}
