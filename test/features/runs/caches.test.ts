import { beforeEach, describe, expect, test } from 'vitest'
import {
  answerOnce,
  forgetAnswers,
  knownAnswer,
} from '../../../src/features/runs/ask/answer-cache.ts'
import {
  type FinishedRun,
  forgetFrozen,
  keptRun,
} from '../../../src/features/runs/ask/kept-runs.ts'
import { propose } from '../../../src/matching/propose.ts'
import { DEFAULT_SETTINGS } from '../../../src/matching/weights.ts'

describe('answers about finished runs', () => {
  beforeEach(forgetAnswers)

  test('are worked out once, also when two ask at the same time', async () => {
    let asked = 0
    const make = async () => ++asked
    expect(await Promise.all([answerOnce('a', make), answerOnce('a', make)])).toEqual([1, 1])
    expect(await answerOnce('a', make)).toBe(1)
    expect(knownAnswer('a')).toBe(1)
  })

  test('are unknown until they are finished', async () => {
    const made = Promise.withResolvers<string>()
    const answer = answerOnce('a', () => made.promise)
    expect(knownAnswer('a')).toBeUndefined()
    made.resolve('done')
    expect(await answer).toBe('done')
  })

  test('that failed are asked for again', async () => {
    await expect(answerOnce('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await answerOnce('a', async () => 'yes')).toBe('yes')
  })

  test('that were begun before a person was erased are not kept', async () => {
    const made = Promise.withResolvers<string>()
    const answer = answerOnce('a', () => made.promise)
    forgetAnswers()
    made.resolve('about the erased person')
    await answer
    expect(knownAnswer('a')).toBeUndefined()
  })

  test('beyond 500 replace the one that was asked for longest ago', async () => {
    for (let n = 0; n < 500; n++) await answerOnce(`${n}`, async () => n)
    expect(knownAnswer('0')).toBe(0)
    await answerOnce('500', async () => 500)
    expect([knownAnswer('0'), knownAnswer('1'), knownAnswer('500')]).toEqual([0, undefined, 500])
  })
})

describe('runs kept by the thread that answers', () => {
  beforeEach(forgetFrozen)

  const nobody: FinishedRun['input'] = {
    ...{ mentors: [], mentees: [], excluded: [], locked: [] },
    ...{ settings: DEFAULT_SETTINGS, today: '2026-01-01' },
  }
  const run = propose(nobody)
  const runOf = (people: number): FinishedRun => ({
    input: { ...nobody, mentors: new Array(people) },
    run,
  })
  const isKept = (key: string) => keptRun({ key }) !== undefined

  test('stay until their people are more than 20,000, the one asked for longest ago goes first', () => {
    keptRun({ key: 'a', frozen: runOf(9_000) })
    keptRun({ key: 'b', frozen: runOf(9_000) })
    expect([isKept('b'), isKept('a')]).toEqual([true, true])
    keptRun({ key: 'c', frozen: runOf(9_000) })
    expect(['a', 'b', 'c'].map(isKept)).toEqual([true, false, true])
  })

  test('of more people than that are kept alone', () => {
    keptRun({ key: 'a', frozen: runOf(10) })
    keptRun({ key: 'country', frozen: runOf(100_000) })
    expect(['a', 'country'].map(isKept)).toEqual([false, true])
  })
})
