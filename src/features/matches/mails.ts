import type { Draft } from '../../mail/message.ts'

/** Says that a match is over, without a name or a reason: the other party may have been erased. */
export const matchEnd: Draft = {
  write: (t) => ({
    subject: t('match-ended.subject'),
    heading: t('match-ended.heading'),
    paragraphs: [t('match-ended.text'), t('match-ended.next')],
  }),
}
