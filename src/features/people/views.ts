import { endonym } from '../../locales/format.ts'
import { directionOf, locales } from '../../locales/locale.ts'
import type { PublicFrame } from '../../web/frame.ts'
import { html } from '../../web/html.ts'
import { page } from '../../web/layout.ts'

export function frontPage(frame: PublicFrame): string {
  const { t } = frame
  return page(
    frame,
    t('people.front.title'),
    html`<h1>${t('people.front.title')}</h1>
      <p class="font-lead">${t('people.front.lead')}</p>
      <nav aria-label="${t('people.front.languages')}">
        <ul class="card-list nobullet-list no-max-width">
          ${locales.map(
            (locale) =>
              html`<li>
                <a
                  class="h3"
                  href="/?lang=${locale}"
                  lang="${locale}"
                  hreflang="${locale}"
                  dir="${directionOf(locale)}"
                  >${endonym(locale)}</a
                >
              </li>`,
          )}
        </ul>
      </nav>
      <div class="actions">
        <a class="button button-primary" href="/mentor">${t('people.front.mentor')}</a>
        <a class="button button-primary" href="/mentee">${t('people.front.mentee')}</a>
        <a class="button button-tertiary" href="/link">${t('self.link.title')}</a>
        <a class="button button-tertiary" href="/sign-in">${t('people.front.staff')}</a>
      </div>`,
  )
}
