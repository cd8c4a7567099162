import type { LetterLocale } from '../../locales/locale.ts'
import type { Paragraph } from '../message.ts'

/** Paragraphs that a programme wrote for one kind of mail. */
export type OwnTexts = readonly { locale: string; text: string }[]

/** The paragraph in a language; where it is missing the Danish one, marked as Danish. */
export function ownText(texts: OwnTexts, locale: LetterLocale): Paragraph[] {
  const find = (wanted: string) => texts.find((one) => one.locale === wanted)?.text
  const own = find(locale)
  if (own !== undefined) return [own]
  const danish = find('da')
  return danish === undefined ? [] : [{ text: danish, lang: 'da' }]
}
