import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'

/** The way to the municipality's own sign-in. */
export function oidcButton(
  { t, ...frame }: Frame,
  button: { action: '/sign-in/oidc' | '/confirm/oidc'; name: string; next: string },
): SafeHtml {
  const label = button.action === '/confirm/oidc' ? 'account.oidc.confirm' : 'account.oidc.signIn'
  return html`<form method="post" action="${button.action}">
    ${formToken({ t, ...frame })}
    <input type="hidden" name="next" value="${button.next}" />
    <button class="button button-primary" type="submit">${t(label, { name: button.name })}</button>
  </form>`
}

/**
 * Sends the browser on from a page of ours. Answering the form with a redirect would ask our policy
 * to name every place the issuer may send it on to; and a browser that comes from there by redirects
 * does not show the session's strict cookie, for which another site must not be able to ask.
 */
export function onwardPage(frame: Frame, to: { address: string; title: string }): string {
  const { t } = frame
  return page(
    frame,
    to.title,
    html`<h1>${to.title}</h1>
      <p>
        <a class="button button-primary" href="${to.address}">${t('account.confirm.submit')}</a>
      </p>`,
    { refresh: to.address },
  )
}
