import { describe, expect, it } from 'vitest'
import { population } from '../../bench/matching/population.ts'
import { proposeInThread } from '../../src/features/runs/thread/in-thread.ts'
import { candidates } from '../../src/matching/candidates.ts'
import { findViolations } from '../../src/matching/certificate.ts'
import { solveAssignment } from '../../src/matching/objectives.ts'
import { indexPeople } from '../../src/matching/people-index.ts'
import { type Help, openHelper } from '../../src/matching/people-work.ts'
import { preparePool } from '../../src/matching/pool.ts'
import { propose } from '../../src/matching/propose.ts'
import { finishChunks, openChunks, takeChunks } from '../../src/matching/shared.ts'
import { openHelp } from '../../src/threads/help.ts'
import { settings } from './pool.ts'

/** Too many pairs to hold, and places for all, so that rows are queried one by one. */
const input = { ...population(2100, 2000, 9), settings: settings({ objective: 'score' }) }

describe('shared work', () => {
  it('is done once, whichever thread takes which chunk', () => {
    const chunks = openChunks(1000)
    const done = new Int32Array(1000)
    const work = (from: number, to: number) => {
      for (let at = from; at < to; at++) done[at] += 1
    }
    let reported = 0
    takeChunks(chunks, work, (taken) => {
      reported = taken
    })
    takeChunks(chunks, work)
    finishChunks(chunks, work)
    expect([...new Set(done)]).toEqual([1])
    expect(reported).toBe(1000)
  })

  it('is redone where a chunk was taken but never finished', () => {
    const chunks = openChunks(1000)
    const done = new Int32Array(1000)
    const work = (from: number, to: number) => done.fill(1, from, to)
    expect(() =>
      takeChunks(chunks, (from) => {
        if (from > 0) throw new Error('killed')
      }),
    ).toThrow('killed')
    takeChunks(chunks, work)
    expect(done.indexOf(1)).toBe(128)
    finishChunks(chunks, work)
    expect(done.indexOf(1)).toBe(64)
    expect(done.lastIndexOf(0)).toBe(63)
  })
})

describe('a run with worker threads', () => {
  const alone = JSON.stringify(propose(input))

  it.each<[string, Help]>([
    ['does everything', openHelper()],
    [
      'takes some chunks and dies',
      (sent) => void ('chunks' in sent && Atomics.add(sent.chunks.next, 0, 640)),
    ],
    ['never starts', () => {}],
  ])('gives the same answer when the worker thread %s', (_, help) => {
    const asked: string[] = []
    const run = propose(input, {
      help: (work) => {
        asked.push(work.kind)
        help(work)
      },
    })
    expect(JSON.stringify(run)).toBe(alone)
    expect([...new Set(asked)]).toEqual(['begin', 'index', 'rows', 'find-above'])
  })

  it.each([1, 3])('gives a byte-identical answer with %i worker threads', (threads) => {
    const helpers = openHelp(threads)
    try {
      expect(JSON.stringify(propose(input, { help: helpers.help }))).toBe(alone)
    } finally {
      helpers.close()
    }
  })

  it('has its work done by a worker thread', async () => {
    const pool = preparePool(input)
    const helpers = openHelp(1)
    try {
      // This thread takes nothing, so the worker thread must do everything.
      const taken = await new Promise<number>((resolve) => {
        candidates(input, indexPeople(pool), {
          isLocked: () => false,
          help: (work) => {
            if (!('chunks' in work)) return helpers.help(work)
            const chunks = openChunks(work.chunks.count)
            helpers.help({ ...work, chunks })
            const last = chunks.done.length - 1
            const look = () =>
              Atomics.load(chunks.done, last) === 1
                ? resolve(chunks.done.reduce((sum, is) => sum + is))
                : setTimeout(look, 5)
            look()
          },
        })
      })
      expect(taken).toBe(Math.ceil(2000 / 64))
    } finally {
      helpers.close()
    }
  })
})

describe('a run in its own thread with worker threads', () => {
  const onProgress = () => {}

  it('gives the same answer', async () => {
    const { signal } = new AbortController()
    const run = await proposeInThread(input, { signal, onProgress, helpers: 2 })
    expect(run).toEqual(propose(input))
  })

  it('stops with its worker threads when aborted, and the next run works', async () => {
    const stop = new AbortController()
    const run = proposeInThread(input, {
      signal: stop.signal,
      onProgress: ({ phase, percent }) => {
        if (phase === 'score' && percent !== null) stop.abort()
      },
      helpers: 2,
    })
    await expect(run).rejects.toMatchObject({ name: 'AbortError' })
    const { signal } = new AbortController()
    const next = await proposeInThread(input, { signal, onProgress, helpers: 2 })
    expect(next.total).toBe(next.bound)
  })
})

describe('the proof of a run that holds no pairs', () => {
  const pool = preparePool(input)
  const conditions = {
    capacity: Int32Array.from(pool.mentors, ({ places }) => places),
    objective: 'score' as const,
  }

  it('finds every pair worth more than the prices allow', () => {
    const { rows, toCheck } = candidates(input, indexPeople(pool), { isLocked: () => false })
    const solution = solveAssignment({ ...conditions, rows })
    expect(findViolations(toCheck, conditions, solution)).toEqual([])
    const mentee = solution.surplus.findIndex((surplus) => surplus > 0)
    solution.surplus[mentee] -= 1
    const found = findViolations(toCheck, conditions, solution)
    expect(found.map((violation) => [violation.rule, violation.mentee])).toEqual([
      ['surplus', mentee],
      ['equality', undefined],
    ])
  })

  it('skips locked mentees', () => {
    const isLocked = (mentee: number) => mentee % 3 === 0
    const { rows, toCheck } = candidates(input, indexPeople(pool), { isLocked })
    const solution = solveAssignment({ ...conditions, rows })
    expect(findViolations(toCheck, conditions, solution)).toEqual([])
    expect(solution.mentorOf.filter((mentor, mentee) => isLocked(mentee) && mentor >= 0)).toEqual(
      new Int32Array(0),
    )
  })
})
