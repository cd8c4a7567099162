import { formatDay } from '../../../locales/format.ts'
import { errorSummary, type FormState, formTitle } from '../../../web/form-parts.ts'
import type { PublicFrame } from '../../../web/frame.ts'
import { html } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'

export function questionPage(
  frame: PublicFrame,
  question: { action: string; answer: 'yes' | 'no' | null; answerBy: Temporal.Instant },
  state: FormState,
): string {
  const { t } = frame
  const title = t('reconfirm.heading')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, { answer: 'reconfirm.heading' })}
      ${
        question.answer === null
          ? html`<p class="font-lead">${t('reconfirm.text')}</p>
              <form method="post" action="${question.action}" class="actions">
                ${formToken(frame)}
                <button class="button button-primary" type="submit" name="answer" value="yes">
                  ${t('reconfirm.yes')}
                </button>
                <button class="button button-secondary" type="submit" name="answer" value="no">
                  ${t('reconfirm.no')}
                </button>
              </form>
              <p>${t('reconfirm.until', { day: formatDay(t.locale, question.answerBy) })}</p>`
          : html`<p class="font-lead" role="status">
              ${t.dynamic(`reconfirm.thanks.${question.answer}`)}
            </p>`
      }`,
  )
}
