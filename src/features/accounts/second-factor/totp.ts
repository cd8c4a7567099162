import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { SealedPlace } from '../../../db/seal.ts'

// RFC 6238 with the parameters of common authenticator apps: SHA-1, six digits, 30 seconds.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const stepMilliseconds = 30_000

/** 160 random bits in base32, as the apps expect. */
export function newSecret(): string {
  return toBase32(randomBytes(20))
}

/** The column of the secret in use, or of the one not yet proven. */
export function totpPlace(column: 'totp_secret' | 'totp_pending', id: string): SealedPlace {
  return { table: 'account', column, id }
}

/** A recovery code: 50 random bits in two groups. */
export function newRecoveryCode(): string {
  const text = toBase32(randomBytes(7)).slice(0, 10).toLowerCase()
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

export function stepAt(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / stepMilliseconds)
}

export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = hash[hash.length - 1]! & 15
  return String((hash.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}

/**
 * The time step of a code, if later than the last used one: a code that was observed cannot be
 * replayed. Accepts one step of clock drift either way.
 */
export function stepOf(
  secret: string,
  code: string,
  at: Temporal.Instant,
  lastUsed: number,
): number | undefined {
  const given = Buffer.from(code)
  return [-1, 0, 1]
    .map((drift) => stepAt(at) + drift)
    .filter((step) => step > lastUsed)
    .find((step) => {
      const expected = Buffer.from(codeAt(secret, step))
      return given.length === expected.length && timingSafeEqual(given, expected)
    })
}

/** The address that an authenticator app reads from the QR code. */
export function totpAddress(account: string, secret: string): string {
  const label = encodeURIComponent(`Makker:${account}`)
  return `otpauth://totp/${label}?secret=${secret}&issuer=Makker`
}

function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}
