import type { MessageKey } from '../locales/translate.ts'
import type { Problem } from '../problems.ts'
import type { Frame } from './frame.ts'
import { html } from './html.ts'
import { page } from './layout.ts'

/** A refusal as a person reads it: what happened, what to do, and the number to quote. */
export function problemPage(frame: Frame, problem: Problem | undefined, requestId: string): string {
  const { t } = frame
  const type = problem?.type ?? 'internal'
  const title = t.dynamic(`problem.${type}.title` as MessageKey)
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p class="font-lead">${t.dynamic(`problem.${type}.advice` as MessageKey)}</p>
      <p><a href="/">${t('problem.page.home')}</a></p>
      <p class="small-text">${t('problem.page.number', { id: requestId })}</p>`,
  )
}
