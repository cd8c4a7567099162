import { SegmentedMessage } from 'sms-segments-calculator'
import type { MailTranslate } from '../../locales/translate.ts'
import type { ShortText } from '../message.ts'

/** Longer ones are dear, and arrive in pieces. */
const mostSegments = 2
const mostLetters = 2 * 153

/**
 * Writes an SMS of two segments at the most: what the mail would say in a sentence, and whom to call. The
 * link for an answer is left out where it does not fit, then the end of the place; time and telephone stay.
 */
export function writeSms(t: MailTranslate, short: ShortText, phone: string | null): string {
  const { say, place = '', link } = short
  const call =
    phone === null ? t('sms.ask') : t('sms.call', { phone: phone.replace(/^\+45(?=\d{8}$)/, '') })
  const write = (place: string, ...more: string[]) =>
    inOneAlphabet([say(t, place), call, ...more].join(' '))
  const whole = link === undefined ? [] : [write(place, t('sms.answer', { link }))]
  for (const text of [...whole, write(place)]) if (fits(text)) return text
  // A link that is cut leads nowhere.
  const letters = URL.canParse(place) ? [] : [...place].slice(0, mostLetters)
  let [shortest, longest] = [0, letters.length]
  while (shortest < longest) {
    const length = Math.ceil((shortest + longest) / 2)
    if (fits(write(cut(letters, length)))) shortest = length
    else longest = length - 1
  }
  return write(cut(letters, shortest))
}

/** The site without its address, where that is enough. */
function cut(letters: readonly string[], length: number): string {
  const beginning = letters.slice(0, length).join('')
  const parts = beginning.lastIndexOf(', ')
  if (parts > 0) return beginning.slice(0, parts)
  return length === 0 ? '' : `${beginning.trimEnd()}...`
}

function fits(text: string): boolean {
  return new SegmentedMessage(text).segmentsCount <= mostSegments
}

/**
 * Without the marks that isolate what was inserted, which count as letters. In the SMS alphabet where its
 * dashes, quotation marks and spaces suffice: one other letter halves the room.
 */
function inOneAlphabet(text: string): string {
  const plain = text.replace(/[\u2066-\u2069]/g, '')
  const { encodingName, graphemes } = new SegmentedMessage(plain, 'auto', true)
  return encodingName === 'GSM-7' ? graphemes.join('') : plain
}
