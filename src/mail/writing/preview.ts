import type { LetterLocale } from '../../locales/locale.ts'
import type { Draft } from '../message.ts'
import { type Contact, contactLine } from './contact.ts'
import { halvesOf, plain } from './layout.ts'
import { type OwnTexts, ownText } from './own-text.ts'

/** A mail as its reader will see it, for a page: the pieces of each half, in order. */
export interface MailPreview {
  subject: string
  halves: { locale: LetterLocale; pieces: { text: string; lang?: LetterLocale }[] }[]
}

/** An invented mail with what the programme adds to it. */
export function previewMail(
  locale: LetterLocale,
  draft: Draft,
  programme: Contact & { texts: OwnTexts },
): MailPreview {
  const halves = halvesOf(locale, {
    name: 'Sofie',
    write: draft.write,
    foot: (t) => ({
      notes: [...ownText(programme.texts, t.locale), contactLine(t, programme)],
      links: [],
    }),
  })
  return {
    subject: halves[0]!.letter.subject,
    halves: halves.map(({ locale, blocks }) => ({
      locale,
      pieces: blocks.map((block) => ({
        text: plain(block),
        ...('lang' in block && block.lang !== undefined ? { lang: block.lang } : {}),
      })),
    })),
  }
}
