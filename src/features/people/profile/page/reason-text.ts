import type { Translate } from '../../../../locales/translate.ts'

/** The reasons that the product writes itself; others are a coordinator's own words. */
const ownReasons = [
  'declined by mentor',
  'declined by mentee',
  'offer expired',
  'offer withdrawn',
  'match ended',
  'interview cancelled',
  'requirements met',
  'requirement expired',
  'no answer',
  'not interested now',
  'still interested',
] as const

/** Why somebody was moved, in the reader's language where we said it. */
export function reasonText(t: Translate, reason: string): string {
  const own = ownReasons.find((known) => known === reason)
  return own === undefined ? reason : t.dynamic(`people.reason.${own}`)
}
