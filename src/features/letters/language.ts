import { isLetterLocale, type LetterLocale } from '../../locales/locale.ts'

/**
 * The language of the letter. A profile in Danish may have been filled in by a Danish colleague:
 * then the reader's mother tongue is used, if letters exist in it.
 */
export function languageFor(reader: { locale: string; nativeTag: string | null }): LetterLocale {
  const spoken = reader.nativeTag?.split('-')[0]
  if (reader.locale === 'da' && isLetterLocale(spoken)) return spoken
  return isLetterLocale(reader.locale) ? reader.locale : 'da'
}
