import type { Translate } from '../../../../locales/translate.ts'

/** Reasons that the product writes; all others are a coordinator's words. */
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

/** The reason of a transition; the product's own reasons are translated. */
export function reasonText(t: Translate, reason: string): string {
  const own = ownReasons.find((known) => known === reason)
  return own === undefined ? reason : t.dynamic(`people.reason.${own}`)
}
