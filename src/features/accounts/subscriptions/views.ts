import type { OptionalKind } from '../../../mail/message.ts'
import type { PublicFrame } from '../../../web/frame.ts'
import { html } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'

/** Looking at the page changes nothing: mail scanners follow links. */
export function unsubscribePage(
  frame: PublicFrame,
  shown: { kind: OptionalKind; isOver: boolean; action: string },
): string {
  const { t } = frame
  const title = t('mails.unsubscribe.title')
  const kind = t(`mails.kind.${shown.kind}`)
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      ${
        shown.isOver
          ? html`<p class="font-lead" role="status">${t('mails.unsubscribe.done', { kind })}</p>
              <p>${t('mails.unsubscribe.again')}</p>`
          : html`<p class="font-lead">${t('mails.unsubscribe.ask', { kind })}</p>
              <form method="post" action="${shown.action}">
                ${formToken(frame)}
                <button class="button button-primary" type="submit">
                  ${t('mails.unsubscribe.do')}
                </button>
              </form>`
      }`,
  )
}
