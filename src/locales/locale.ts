/** The languages of the pages and mails. */
export const locales = ['da', 'en', 'ar'] as const
export type Locale = (typeof locales)[number]

/** Danish defines the list of messages, and is used where no other language fits. */
export const defaultLocale: Locale = 'da'

export function isLocale(tag: unknown): tag is Locale {
  return locales.some((locale) => locale === tag)
}

/** The languages of printed letters: more than those of the pages. */
export const letterLocales = [...locales, 'ti', 'uk', 'fa'] as const
export type LetterLocale = (typeof letterLocales)[number]

export function isLetterLocale(tag: unknown): tag is LetterLocale {
  return letterLocales.some((locale) => locale === tag)
}

/**
 * The language of a person's mails and letters. A profile in Danish may have been filled in by a
 * Danish colleague: then it is the reader's mother tongue, if letters exist in it.
 */
export function languageFor(reader: { locale: string; nativeTag: string | null }): LetterLocale {
  const spoken = reader.nativeTag?.split('-')[0]
  if (reader.locale === 'da' && isLetterLocale(spoken)) return spoken
  return isLetterLocale(reader.locale) ? reader.locale : 'da'
}

/** Left to right or right to left, for any BCP 47 tag. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return new Intl.Locale(tag).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
}
