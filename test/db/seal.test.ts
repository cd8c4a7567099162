import { expect, test } from 'vitest'
import { BrokenSeal, openKeyRing } from '../../src/db/seal.ts'

const place = {
  table: 'account',
  column: 'totp_secret',
  id: '01890000-0000-7000-8000-000000000001',
}
const [first, second] = ['the first key of the ring', 'the second key of the ring']
const ring = openKeyRing([first])

test('a sealed value opens in its place, and does not show its text', () => {
  const sealed = ring.seal('KANARIE', place)
  expect(sealed).toMatch(/^sealed:[\w-]{8}:[\w-]+$/)
  expect(Buffer.from(sealed.split(':')[2]!, 'base64url').toString('latin1')).not.toContain(
    'KANARIE',
  )
  expect(ring.open(sealed, place)).toBe('KANARIE')
  expect(ring.seal('KANARIE', place)).not.toBe(sealed)
  expect(ring.open(ring.seal('', place), place)).toBe('')
})

test.each([
  ['row', { ...place, id: '01890000-0000-7000-8000-000000000002' }],
  ['column', { ...place, column: 'totp_pending' }],
  ['table', { ...place, table: 'person' }],
])('a value copied to another %s does not open', (_, other) => {
  const sealed = ring.seal('KANARIE', place)
  expect(() => ring.open(sealed, other)).toThrow(BrokenSeal)
})

test('a value that was altered anywhere does not open', () => {
  const [mark, name, data = ''] = ring.seal('KANARIE', place).split(':')
  const bytes = Buffer.from(data, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const altered = Buffer.from(bytes)
    altered[at]! ^= 1
    const sealed = [mark, name, altered.toString('base64url')].join(':')
    expect(() => ring.open(sealed, place)).toThrow(BrokenSeal)
  }
  for (const cut of ['', 'KANARIE', `${mark}:${name}:`, `${mark}:${name}:${data.slice(0, 40)}`])
    expect(() => ring.open(cut, place)).toThrow(BrokenSeal)
})

test('the first key seals, and an older one still opens what it sealed', () => {
  const old = ring.seal('KANARIE', place)
  const both = openKeyRing([second, first])
  expect(both.open(old, place)).toBe('KANARIE')
  expect([ring.isCurrent(old), both.isCurrent(old)]).toEqual([true, false])
  const renewed = both.seal('KANARIE', place)
  const alone = openKeyRing([second])
  expect(alone.open(renewed, place)).toBe('KANARIE')
  expect(both.missingKey(renewed)).toBeUndefined()
  expect(alone.missingKey(old)).toBe(old.split(':')[1])
  expect(() => alone.open(old, place)).toThrow('needs a key that is missing')
})
