import type { MatchState } from '../../db/types.ts'
import { formatDay, formatList } from '../../locales/format.ts'
import type { MessageKey, Translate } from '../../locales/translate.ts'
import { html, type SafeHtml } from '../../web/html.ts'

/** The state, with the end of a pause. */
export function stateText(
  t: Translate,
  { state, pausedUntil }: { state: MatchState; pausedUntil: Temporal.PlainDate | null },
): string {
  return pausedUntil === null
    ? t.dynamic(`matches.state.${state}`)
    : t('matches.pausedUntil', { day: formatDay(t.locale, pausedUntil) })
}

/** Why a pair is at risk, a sentence for each reason. */
export function riskList(t: Translate, codes: readonly string[]): SafeHtml | string {
  if (codes.length === 0) return ''
  return html`<div class="alert alert-warning">
    <div class="alert-text">
      ${codes.map((code) => html`<p>${t.dynamic(`followUp.risk.${code}` as MessageKey)}</p>`)}
    </div>
  </div>`
}

export function topicList(t: Translate, topics: readonly { topic: string }[]): string {
  return formatList(
    t.locale,
    topics.map(({ topic }) => t.dynamic(`topic.${topic}` as MessageKey)),
  )
}

export function reasonList(t: Translate, reasons: readonly string[]): string {
  return formatList(
    t.locale,
    reasons.map((reason) => t.dynamic(`matches.reason.${reason}` as MessageKey)),
  )
}
