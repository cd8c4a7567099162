import { beforeEach, describe, expect, test } from 'vitest'
import {
  cachedAnswer,
  clearAnswerCache,
  peekAnswer,
} from '../../../src/features/runs/ask/answer-cache.ts'
import {
  type FinishedRun,
  clearRunCache,
  cachedRun,
} from '../../../src/features/runs/ask/run-cache.ts'
import { propose } from '../../../src/matching/propose.ts'
import { DEFAULT_SETTINGS } from '../../../src/matching/weights.ts'

describe('answers about finished runs', () => {
  beforeEach(clearAnswerCache)

  test('are worked out once, also when two ask at the same time', async () => {
    let asked = 0
    const make = async () => ++asked
    expect(await Promise.all([cachedAnswer('a', make), cachedAnswer('a', make)])).toEqual([1, 1])
    expect(await cachedAnswer('a', make)).toBe(1)
    expect(peekAnswer('a')).toBe(1)
  })

  test('are unknown until they are finished', async () => {
    const made = Promise.withResolvers<string>()
    const answer = cachedAnswer('a', () => made.promise)
    expect(peekAnswer('a')).toBeUndefined()
    made.resolve('done')
    expect(await answer).toBe('done')
  })

  test('that failed are asked for again', async () => {
    await expect(cachedAnswer('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await cachedAnswer('a', async () => 'yes')).toBe('yes')
  })

  test('that were begun before a person was erased are not kept', async () => {
    const made = Promise.withResolvers<string>()
    const answer = cachedAnswer('a', () => made.promise)
    clearAnswerCache()
    made.resolve('about the erased person')
    await answer
    expect(peekAnswer('a')).toBeUndefined()
  })

  test('beyond 500 replace the one that was asked for longest ago', async () => {
    for (let n = 0; n < 500; n++) await cachedAnswer(`${n}`, async () => n)
    expect(peekAnswer('0')).toBe(0)
    await cachedAnswer('500', async () => 500)
    expect([peekAnswer('0'), peekAnswer('1'), peekAnswer('500')]).toEqual([0, undefined, 500])
  })
})

describe('runs kept by the thread that answers', () => {
  beforeEach(clearRunCache)

  const nobody: FinishedRun['input'] = {
    ...{ mentors: [], mentees: [], excluded: [], locked: [] },
    ...{ settings: DEFAULT_SETTINGS, today: '2026-01-01' },
  }
  const run = propose(nobody)
  const runOf = (people: number): FinishedRun => ({
    input: { ...nobody, mentors: new Array(people) },
    run,
  })
  const isKept = (key: string) => cachedRun({ key }) !== undefined

  test('stay until their people are more than 20,000, the one asked for longest ago goes first', () => {
    cachedRun({ key: 'a', frozen: runOf(9_000) })
    cachedRun({ key: 'b', frozen: runOf(9_000) })
    expect([isKept('b'), isKept('a')]).toEqual([true, true])
    cachedRun({ key: 'c', frozen: runOf(9_000) })
    expect(['a', 'b', 'c'].map(isKept)).toEqual([true, false, true])
  })

  test('of more people than that are kept alone', () => {
    cachedRun({ key: 'a', frozen: runOf(10) })
    cachedRun({ key: 'country', frozen: runOf(100_000) })
    expect(['a', 'country'].map(isKept)).toEqual([false, true])
  })
})
