import { MessageFormat } from 'messageformat'
import type { LetterLocale } from './locale.ts'
import { letters as ar } from './public/ar/letters.ts'
import { letters as da } from './public/da/letters.ts'
import { letters as en } from './public/en/letters.ts'
import { letters as fa } from './public/fa/letters.ts'
import { letters as ti } from './public/ti/letters.ts'
import { letters as uk } from './public/uk/letters.ts'

/** Letters are written in more languages than pages, for readers who know none of the pages' languages. */
const catalogues: Record<LetterLocale, Record<LetterKey, string>> = { da, en, ar, ti, uk, fa }

export type LetterKey = keyof typeof da

/** One message of a letter. MessageFormat isolates arguments, so that a name keeps its own direction. */
export function translateLetter(
  locale: LetterLocale,
  key: LetterKey,
  args: Record<string, string> = {},
): string {
  return new MessageFormat(locale, catalogues[locale][key]).format(args)
}
