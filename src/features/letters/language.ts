import { isLetterLocale, type LetterLocale } from '../../locales/locale.ts'

/**
 * The reader's own language. A record in Danish may be so only because a Danish colleague filled it
 * in: then the mother tongue decides, where letters are written in it.
 */
export function languageFor(reader: { locale: string; nativeTag: string | null }): LetterLocale {
  const spoken = reader.nativeTag?.split('-')[0]
  if (reader.locale === 'da' && isLetterLocale(spoken)) return spoken
  return isLetterLocale(reader.locale) ? reader.locale : 'da'
}
