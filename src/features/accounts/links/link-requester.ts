import { createHash } from 'node:crypto'
import { hashToken } from '../../../web/session.ts'

/** No characters that look or sound alike, and no vowels, so that no word is spelt. */
const letters = 'CDFHJKMNPRTWXY3479'
const length = 6

/** Hashes that identify the browser that asked for a link, or a person who saw its page. */
export interface Requester {
  browserHash: string
  wordHash: string
}

export function requesterOf(browser: string): Requester {
  return { browserHash: hashToken(browser), wordHash: hashWord(wordOf(browser)) }
}

/** The word that belongs to a browser's token; shown on its page and stored only as a hash. */
export function wordOf(browser: string): string {
  const number = createHash('sha256').update(`word:${browser}`).digest().readBigUInt64BE()
  const base = BigInt(letters.length)
  return Array.from(
    { length },
    (_, at) => letters[Number((number / base ** BigInt(at)) % base)],
  ).join('')
}

/**
 * Normalises a typed word before hashing: case, spaces, Arabic digits, and Cyrillic look-alikes.
 */
export function hashWord(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[СНКМРТХУ]/g, (letter) => 'CHKMPTXY'['СНКМРТХУ'.indexOf(letter)]!)
  return hashToken(plain)
}
