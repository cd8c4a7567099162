import { expect, test } from 'vitest'
import {
  codeAt,
  newRecoveryCode,
  newSecret,
  stepAt,
  stepOf,
} from '../../../src/features/accounts/second-factor/totp.ts'

// RFC 6238, appendix B: the secret is the ASCII text 12345678901234567890, here in base32.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %d seconds the code of RFC 6238 is %s', (seconds, code) => {
  const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
  expect(codeAt(secret, stepAt(at))).toBe(code)
  expect(stepOf(secret, code, at, 0)).toBe(stepAt(at))
})

test('accepts one step of drift either way, and no used step', () => {
  const at = Temporal.Instant.from('2026-11-23T09:00:10Z')
  const step = stepAt(at)
  const drifts = [-2, -1, 0, 1, 2].map((drift) =>
    stepOf(secret, codeAt(secret, step + drift), at, 0),
  )
  expect(drifts).toEqual([undefined, step - 1, step, step + 1, undefined])
  expect(stepOf(secret, codeAt(secret, step), at, step)).toBeUndefined()
  expect(stepOf(secret, codeAt(secret, step - 1), at, step)).toBeUndefined()
})

test('creates distinct secrets, and recovery codes of two groups', () => {
  const secrets = new Set(Array.from({ length: 1000 }, newSecret))
  expect(secrets.size).toBe(1000)
  for (const made of secrets) expect(made).toMatch(/^[A-Z2-7]{32}$/)
  expect(newRecoveryCode()).toMatch(/^[a-z2-7]{5}-[a-z2-7]{5}$/)
})
