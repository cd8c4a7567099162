/** Topics of needs and offers; names are in the catalogues under `topic.`. */
export const topics = [
  'dansk',
  'skrive_fortaelling',
  'it',
  'borger_dk',
  'lektier',
  'job',
  'uddannelse',
  'fritid',
  'netvaerk',
  'boern',
  'sundhed',
  'transport',
] as const

export type Topic = (typeof topics)[number]

/** Interests; names are in the catalogues under `interest.`. */
export const interests = [
  'madlavning',
  'sport',
  'musik',
  'boeger',
  'film',
  'haandarbejde',
  'have',
  'natur',
  'spil',
  'kunst',
  'dyr',
  'reparation',
] as const

/** The languages that forms list first. */
export const commonLanguages = [
  'da',
  'en',
  'ar',
  'uk',
  'ti',
  'fa-AF',
  'fa',
  'so',
  'ps',
  'ku',
  'tr',
  'ru',
] as const

/** Further languages, for the extra lines of the form. */
export const otherLanguages = [
  'am',
  'bs',
  'de',
  'es',
  'fr',
  'hi',
  'hr',
  'it',
  'ka',
  'my',
  'ne',
  'pl',
  'ps',
  'pt',
  'rn',
  'ro',
  'rw',
  'sq',
  'sr',
  'sv',
  'sw',
  'ta',
  'th',
  'ur',
  'uz',
  'vi',
  'zh',
] as const
