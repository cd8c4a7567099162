import { describe, expect, test } from 'vitest'
import { forEach } from '../../src/duties/each.ts'
import { failureOf } from '../../src/duties/failure.ts'
import { everyMinutes, nightly } from '../../src/duties/schedule.ts'

const at = (time: string) => Temporal.Instant.from(time)

describe('a nightly duty', () => {
  test.each([
    ['before the night', '2026-11-23T03:00Z', '2026-11-23T04:15Z'],
    ['in the second it is due', '2026-11-23T04:15Z', '2026-11-24T04:15Z'],
    ['by day', '2026-11-23T09:00Z', '2026-11-24T04:15Z'],
    ['in the night the clocks go forward', '2027-03-27T12:00Z', '2027-03-28T03:15Z'],
    ['in the night they go back', '2027-10-30T12:00Z', '2027-10-31T04:15Z'],
    ['in summer', '2027-07-01T12:00Z', '2027-07-02T03:15Z'],
  ])('comes at 5.15 in Denmark, seen %s', (_, now, next) => {
    expect(nightly(at(now)).toString()).toBe(at(next).toString())
  })
})

test('a duty of every hour comes an hour after it was done', () => {
  expect(everyMinutes(60)(at('2026-11-23T09:20Z')).toString()).toBe('2026-11-23T10:20:00Z')
})

describe('the reason that is kept of a failure', () => {
  test('is the code, the answer and the stage of a mail server, and not its words', () => {
    const error = Object.assign(new Error('550 hanne@example.dk unknown'), {
      code: 'EENVELOPE',
      responseCode: 550,
      command: 'RCPT TO',
    })
    expect(failureOf(error)).toBe('EENVELOPE 550 RCPT TO')
  })

  test.each([
    [Object.assign(new Error('Key (email)=(hanne@example.dk)'), { code: '23505' }), '23505'],
    [new TypeError('hanne@example.dk is not a function'), 'TypeError'],
    ['hanne@example.dk', 'unknown'],
    [undefined, 'unknown'],
    [null, 'unknown'],
  ])('holds no message: %j', (error, failure) => {
    expect(failureOf(error)).toBe(failure)
  })
})

test('what fails for one is done for the others, and is a failure at the end', async () => {
  const done: number[] = []
  const doing = forEach([1, 2, 3], async (n) => {
    if (n === 1) throw new Error('the first')
    if (n === 2) throw new Error('the second')
    done.push(n)
  })
  await expect(doing).rejects.toThrow('the first')
  expect(done).toEqual([3])
})
