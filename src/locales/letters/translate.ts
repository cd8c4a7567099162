import { MessageFormat } from 'messageformat'
import type { LetterLocale } from '../locale.ts'
import { ar } from './ar.ts'
import { da } from './da.ts'
import { en } from './en.ts'
import { fa } from './fa.ts'
import { ti } from './ti.ts'
import { uk } from './uk.ts'

/** Letters are written in more languages than the pages: who gets one may read no other. */
const catalogues: Record<LetterLocale, LetterCatalogue> = { da, en, ar, ti, uk, fa }

export type LetterKey = keyof typeof da
/** A catalogue in another language: every key, or it does not compile. */
export type LetterCatalogue = Record<LetterKey, string>

/** One message of a letter; names and numbers are isolated, so that they turn no line round. */
export function translateLetter(
  locale: LetterLocale,
  key: LetterKey,
  args: Record<string, string> = {},
): string {
  return new MessageFormat(locale, catalogues[locale][key]).format(args)
}
