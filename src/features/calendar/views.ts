import { formatDay } from '../../locales/format.ts'
import type { PublicFrame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'

/** Where somebody makes, renews and ends the secret address of their calendar. */
export function calendarPage(
  frame: PublicFrame,
  shown: {
    path: string
    /** Since when there is an address. */
    since: Temporal.Instant | undefined
    /** The address that was just made: shown once. */
    made?: string
  },
): string {
  const { t } = frame
  const title = t('calendar.title')
  const { path, since, made } = shown
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      ${made === undefined ? '' : madeAddress(frame, made)}
      <p class="font-lead">${t('calendar.lead')}</p>
      <p>${t('calendar.secret')}</p>
      ${since === undefined ? '' : html`<p>${t('calendar.since', { day: formatDay(t.locale, since) })}</p>`}
      <div class="actions">
        <form method="post" action="${path}">
          ${formToken(frame)}
          <button class="button button-primary" type="submit">
            ${t(since === undefined ? 'calendar.make' : 'calendar.renew')}
          </button>
        </form>
        ${
          since === undefined
            ? ''
            : html`<form method="post" action="${path}/end">
                ${formToken(frame)}
                <button class="button button-secondary" type="submit">${t('calendar.end')}</button>
              </form>`
        }
      </div>`,
  )
}

function madeAddress({ t }: PublicFrame, address: string): SafeHtml {
  return html`<div class="alert alert-success" role="status">
    <div class="alert-text">
      <h2 class="alert-heading">${t('calendar.made')}</h2>
      <p>${t('calendar.once')}</p>
      <pre class="copy" tabindex="0" dir="ltr">${address}</pre>
      <p>
        <a class="button button-secondary" href="${address.replace(/^https?:/, 'webcal:')}"
          >${t('calendar.open')}</a
        >
      </p>
    </div>
  </div>`
}
