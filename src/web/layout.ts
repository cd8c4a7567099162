import { directionOf, locales } from '../locales/locale.ts'
import { type MessageKey, staffLocales, type Translate, translate } from '../locales/translate.ts'
import { endonym } from '../locales/format.ts'
import type { PublicFrame } from './frame.ts'
import { document, html, type SafeHtml } from './html.ts'

/** The layout of every page: skip link, header with navigation, languages, footer. */
export function page(
  frame: PublicFrame,
  title: string,
  content: SafeHtml,
  head: {
    script?: '/assets/progress.js' | undefined
    /** Where the browser is redirected. */
    refresh?: string
  } = {},
): string {
  const { t } = frame
  return document(
    html`<html lang="${t.locale}" dir="${t.direction}">
      <head>
        <meta charset="utf-8" />
        <title>${title} – Makker</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href="/assets/${t.direction}.css" />
        <link rel="icon" href="data:," />
        ${head.script === undefined ? '' : html`<script type="module" src="${head.script}"></script>`}
        ${
          head.refresh === undefined
            ? ''
            : html`<meta http-equiv="refresh" content="0; url=${head.refresh}" />`
        }
      </head>
      <body>
        <a class="skipnav" href="#content">${t('layout.skip')}</a>
        <header class="site-header">
          <div class="container site-header-row">
            <a class="site-name" href="/">Makker</a>
            ${languages(frame)} ${own(frame)}
          </div>
          ${places(frame)}
        </header>
        <main class="container page-container" id="content" tabindex="-1">${content}</main>
        <footer class="site-footer">
          <div class="container"><p>${t('layout.footer')}</p></div>
        </footer>
      </body>
    </html>`,
  )
}

const coordinatorPlaces = {
  '/proposals': 'layout.nav.proposals',
  '/tasks': 'tasks.title',
  '/people': 'layout.nav.people',
  '/matches': 'layout.nav.matches',
  '/meetings': 'layout.nav.meetings',
  '/privacy': 'layout.nav.privacy',
  '/report': 'layout.nav.report',
  '/mail': 'layout.nav.mail',
  '/programme': 'programme.none.title',
} as const satisfies Record<string, MessageKey>
const administratorPlaces = {
  '/administration': 'layout.nav.administration',
} as const satisfies Record<string, MessageKey>

/** The navigation of staff; participants have a single page. */
function places(frame: PublicFrame): SafeHtml | string {
  const { actor } = frame
  if (actor.kind !== 'staff') return ''
  const t = translate(frame.t.locale)
  const places = actor.role === 'coordinator' ? coordinatorPlaces : administratorPlaces
  return html`<nav class="site-places" aria-label="${t('layout.nav.label')}">
    <div class="container">
      <ul class="nobullet-list no-max-width">
        ${Object.entries(places).map(
          ([path, key]) =>
            html`<li>
              ${place(frame, path, t(key) + (path === '/tasks' ? waiting(frame) : ''))}
            </li>`,
        )}
      </ul>
    </div>
  </nav>`
}

function place(frame: PublicFrame, path: string, text: string): SafeHtml {
  const isHere = frame.path.startsWith(path)
  return html`<a href="${path}" ${isHere ? html`aria-current="true"` : ''}>${text}</a>`
}

function waiting({ waitingTasks = 0 }: PublicFrame): string {
  return waitingTasks === 0 ? '' : ` (${waitingTasks})`
}

function own(frame: PublicFrame): SafeHtml | string {
  const { actor, t } = frame
  if (actor.kind !== 'staff' && actor.kind !== 'person') return ''
  return html`<div class="site-own">
    ${actor.kind === 'staff' ? place(frame, '/account', translate(t.locale)('account.own.title')) : ''}
    <form method="post" action="/sign-out">
      ${formToken(frame)}<button class="button button-tertiary" type="submit">
        ${t('layout.signOut')}
      </button>
    </form>
  </div>`
}

function languages(frame: PublicFrame): SafeHtml {
  const offered = frame.actor.kind === 'staff' ? staffLocales() : locales
  return html`<nav class="site-languages" aria-label="${frame.t('layout.languages')}">
    <ul class="nobullet-list no-max-width">
      ${offered.map(
        (locale) =>
          html`<li>
            <a
              href="${frame.inLanguage(locale)}"
              lang="${locale}"
              hreflang="${locale}"
              dir="${directionOf(locale)}"
              ${locale === frame.t.locale ? html`aria-current="true"` : ''}
              >${endonym(locale)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}

/** The token that proves a form comes from this session's page. Belongs into every form. */
export function formToken(frame: PublicFrame): SafeHtml | string {
  return frame.forgeryToken === ''
    ? ''
    : html`<input type="hidden" name="_form" value="${frame.forgeryToken}" />`
}

/** The line below a list that ends before its last entries. */
export function notShown(t: Translate, count: number): SafeHtml | string {
  return count === 0 ? '' : html`<p>${t('runs.change.more', { count })}</p>`
}
