import type { LetterLocale } from './locale.ts'

/**
 * Words by which a bystander would see who is a refugee, as stems: no mail may have them, whatever its
 * language. Persian joins words by an invisible character, which is taken out before the comparison.
 */
export const tellingWords: Readonly<Record<LetterLocale, readonly string[]>> = {
  da: [
    ...['flygtning', 'asyl', 'opholdstilladelse', 'opholdsgrundlag', 'indvandrer', 'migrant'],
    ...['fordreven', 'fordrevne', 'familiesammenfør', 'udlændinge', 'hjemrejse'],
  ],
  en: ['refugee', 'asylum', 'migrant', 'displaced', 'residence permit', 'resettle', 'deport'],
  ar: ['لاجئ', 'لاجي', 'لجوء', 'مهاجر', 'نازح', 'تصريح إقامة', 'تصريح الإقامة', 'ترحيل'],
  uk: ['біжен', 'притулк', 'притулок', 'мігрант', 'переселен', 'посвідк', 'депорт'],
  ti: ['ስደተ', 'ስደት', 'ዑቕባ', 'ዑቅባ', 'ተመዛባል', 'መንበሪ ፍቓድ'],
  fa: ['پناهند', 'پناهجو', 'مهاجر', 'آواره', 'اجازه اقامت', 'اجازهٔ اقامت', 'دیپورت'],
}

/** The first of the words that a text has; undefined when it has none. */
export function tellingWordIn(text: string): string | undefined {
  const plain = normalise(text)
  return Object.values(tellingWords)
    .flat()
    .find((word) => plain.includes(normalise(word)))
}

/** Without what does not show: case, Arabic vowel signs and lengthening, and invisible characters. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u0640\u064b-\u0652\u200b-\u200f\u2060-\u2069]/g, '')
    .replace(/\s+/g, ' ')
}
