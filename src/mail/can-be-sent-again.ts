import type { MailRow } from './sql.ts'

/**
 * Whether a colleague may have a mail to a person sent again: one that did not arrive, or may not have.
 * A link to somebody's own page is for the browser that asked for it: they ask for another.
 */
export function canBeSentAgain({
  kind,
  personId,
  state,
}: Pick<MailRow, 'kind' | 'personId' | 'state'>): boolean {
  const isUndelivered = state === 'refused' || state === 'failed' || state === 'unknown'
  return isUndelivered && personId !== null && kind !== 'own-page-link'
}
