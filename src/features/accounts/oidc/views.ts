import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'

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
 * Redirects the browser from a page rather than by a 303. Our content security policy would have to
 * list every address that the issuer redirects a form to, and the strict session cookie is not sent
 * on a redirect that comes from another site.
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
