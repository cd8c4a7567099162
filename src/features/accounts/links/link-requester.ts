import { createHash } from 'node:crypto'
import { hashToken } from '../../../web/session.ts'

/** Looks and sounds like no other; and no vowels, so that nothing is spelt. */
const letters = 'CDFHJKMNPRTWXY3479'
const length = 6

/** What is kept of a browser that asked for a link, to know it again or whoever saw its page. */
export interface Requester {
  browserHash: string
  wordHash: string
}

export function requesterOf(browser: string): Requester {
  return { browserHash: hashToken(browser), wordHash: hashWord(wordOf(browser)) }
}

/** The word of a browser's token: shown on its page, and written nowhere. */
export function wordOf(browser: string): string {
  const number = createHash('sha256').update(`word:${browser}`).digest().readBigUInt64BE()
  const base = BigInt(letters.length)
  return Array.from(
    { length },
    (_, at) => letters[Number((number / base ** BigInt(at)) % base)],
  ).join('')
}

/** A word as it was typed: in small letters, in groups, on a Cyrillic or an Arabic keyboard. */
export function hashWord(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[СНКМРТХУ]/g, (letter) => 'CHKMPTXY'['СНКМРТХУ'.indexOf(letter)]!)
  return hashToken(plain)
}
