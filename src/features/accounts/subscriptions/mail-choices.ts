import type { OptionalKind } from '../../../mail/message.ts'
import { checkboxGroup } from '../../../web/form-parts.ts'
import type { PublicFrame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken } from '../../../web/layout.ts'

/** The form on somebody's own page that says which mails they want. */
export function mailChoices(
  frame: PublicFrame,
  shown: { action: string; kinds: readonly OptionalKind[]; unsubscribed: readonly string[] },
): SafeHtml {
  const { t } = frame
  const { action, kinds, unsubscribed } = shown
  const wanted = kinds.filter((kind) => !unsubscribed.includes(kind))
  return html`<h2>${t('mails.choose.title')}</h2>
    <form method="post" action="${action}">
      ${formToken(frame)}
      ${checkboxGroup(
        t,
        { values: { kinds: wanted }, problems: [] },
        {
          name: 'kinds',
          label: t('mails.choose.label'),
          hint: t('mails.choose.hint'),
          choices: kinds.map((kind) => ({ value: kind, label: t(`mails.kind.${kind}`) })),
        },
      )}
      <button class="button button-secondary" type="submit">${t('mails.choose.save')}</button>
    </form>`
}
