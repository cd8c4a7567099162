import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '../../src/context.ts'
import type { Duties } from '../../src/duties/duty.ts'
import type { FailedDuty } from '../../src/duties/perform.ts'
import { insertDuty } from '../../src/duties/sql.ts'
import { startWorking, type Workers } from '../../src/duties/work.ts'
import { dutyRows, leaseOver, someDuties, takenByAnother, workDue } from '../support/duties.ts'
import { useHouse } from '../support/house.ts'

const house = useHouse()
const subject = '01926f5e-7c00-7a00-8000-000000000001'
const other = '01926f5e-7c00-7a00-8000-000000000002'

const enqueue = (name = 'try', subjectId = subject) =>
  insertDuty(house.db, name, subjectId, house.clock.now())
const rows = () => dutyRows(house, 'try')

let failed: FailedDuty[] = []
beforeEach(() => {
  failed = []
})
const onFailure = (failure: FailedDuty) => failed.push(failure)
const workOnce = (duties: Duties) => workDue(house.ctx(), duties, { onFailure })
const failing = async () => {
  throw Object.assign(new Error('hanne@example.dk'), { code: 'EAWAY' })
}

describe('a duty that fails', () => {
  test('is tried again after 1, 5, 15 and 60 minutes, and then every hour', async () => {
    await enqueue()
    const waits: number[] = []
    for (let tries = 0; tries < 6; tries++) {
      expect(await workOnce({ try: { work: failing } })).toEqual(['try'])
      const [row] = await rows()
      const wait = house.clock.now().until(row!.dueAt, { largestUnit: 'minutes' })
      waits.push(wait.minutes)
      house.clock.advance({ minutes: wait.minutes - 1, seconds: 59 })
      expect(await workOnce({ try: { work: failing } })).toEqual([])
      house.clock.advance({ seconds: 1 })
    }
    expect(waits).toEqual([1, 5, 15, 60, 60, 60])
    expect(await rows()).toMatchObject([{ failures: 6, failure: 'EAWAY', givenUpAt: null }])
    expect(failed.at(-1)).toMatchObject({
      ...{ duty: 'try', subjectId: subject, failures: 6 },
      ...{ failure: 'EAWAY', isGivenUp: false },
    })
  })

  test('is given up after its time, once, with what that means for people', async () => {
    await enqueue()
    const givenUp: string[] = []
    const duties: Duties = {
      try: {
        work: failing,
        givenUpAfterHours: 3,
        giveUp: async (_, subjectId, failure) => {
          givenUp.push(`${subjectId} ${failure}`)
        },
      },
    }
    for (let hours = 0; hours < 8; hours++) {
      await workOnce(duties)
      house.clock.advance({ hours: 1 })
    }
    expect(givenUp).toEqual([`${subject} EAWAY`])
    expect(await rows()).toMatchObject([{ failure: 'EAWAY', heldUntil: null }])
    expect(failed.filter(({ isGivenUp }) => isGivenUp)).toHaveLength(1)
  })

  test('is not given up where writing down what it means fails too', async () => {
    await enqueue()
    house.clock.advance({ hours: 2 })
    const duties: Duties = { try: { work: failing, givenUpAfterHours: 1, giveUp: failing } }
    await workOnce(duties)
    expect(await rows()).toMatchObject([{ givenUpAt: null }])
  })

  test('that comes again is never given up, and comes again on time once it is done', async () => {
    let isBroken = true
    const duties: Duties = {
      try: {
        next: (now) => now.add({ hours: 24 }),
        work: () => (isBroken ? failing() : Promise.resolve()),
      },
    }
    for (let days = 0; days < 10; days++) {
      await workOnce(duties)
      house.clock.advance({ days: 1 })
    }
    expect(await rows()).toMatchObject([{ givenUpAt: null }])
    isBroken = false
    expect(await workOnce(duties)).toEqual(['try'])
    expect(await rows()).toMatchObject([
      { failures: 0, failure: null, dueAt: house.clock.now().add({ hours: 24 }) },
    ])
    expect(await workOnce(duties)).toEqual([])
  })
})

describe('every duty of the product', () => {
  const names = Object.keys(someDuties())

  test.each(names)('stops no other when it fails: %s', async (broken) => {
    for (const [name, { next }] of Object.entries(someDuties()))
      if (next === undefined) await enqueue(name)
    const worked: string[] = []
    const duties = Object.fromEntries(
      Object.entries(someDuties()).map(([name, duty]) => [
        name,
        {
          ...duty,
          work: async () => {
            if (name === broken) await failing()
            worked.push(name)
          },
        },
      ]),
    )
    await workOnce(duties)
    expect(worked.toSorted()).toEqual(names.filter((name) => name !== broken).toSorted())
    expect(failed.map(({ duty }) => duty)).toEqual([broken])
    expect(await dutyRows(house, broken)).toMatchObject([{ failures: 1, failure: 'EAWAY' }])
    house.clock.advance({ minutes: 1 })
    expect(
      await workOnce({ ...duties, [broken]: { ...duties[broken], work: async () => {} } }),
    ).toContain(broken)
  })

  test('is done by a clock that moves, with nobody starting anything', async () => {
    const counts = new Map<string, number>()
    const duties = Object.fromEntries(
      Object.entries(someDuties()).map(([name, duty]) => [
        name,
        {
          ...duty,
          work: async () => {
            counts.set(name, (counts.get(name) ?? 0) + 1)
          },
        },
      ]),
    )
    for (let hours = 0; hours < 24 * 2; hours++) {
      await workOnce(duties)
      house.clock.advance({ hours: 1 })
    }
    const often = Object.entries(duties).filter(([, { next }]) => next !== undefined)
    for (const [name] of often)
      expect(counts.get(name), name).toBeGreaterThanOrEqual(name === 'digest' ? 1 : 3)
    expect(counts.get('apply-retention')).toBe(3)
    expect(counts.get('expire-offers')).toBe(24 * 2)
  })
})

describe('a lease', () => {
  test('keeps a duty for one worker, until it runs out', async () => {
    await enqueue()
    await takenByAnother(house, 'try')
    expect(await workOnce({ try: { work: async () => {} } })).toEqual([])
    await leaseOver(house, 'try')
    expect(await workOnce({ try: { work: async () => {} } })).toEqual(['try'])
    expect(await rows()).toEqual([])
  })

  test('fences off a worker that was thought dead: it settles nothing', async () => {
    await enqueue()
    const held: boolean[] = []
    await workOnce({
      try: {
        work: async (ctx, _, lease) => {
          held.push(await transact(ctx, (ctx) => lease.isHeld(ctx)))
          await takenByAnother(house, 'try')
          held.push(await transact(ctx, (ctx) => lease.isHeld(ctx)))
        },
      },
    })
    expect(held).toEqual([true, false])
    expect(await rows()).toMatchObject([{ attempt: 2, failures: 0 }])
  })

  test('is handed back at once by a process that is told to stop, without counting as a failure', async () => {
    await enqueue()
    const stop = new AbortController()
    const duties: Duties = {
      try: {
        work: async (_ctx, _id, { signal }) => {
          stop.abort()
          signal.throwIfAborted()
        },
      },
    }
    await workDue(house.ctx(), duties, { signal: stop.signal, onFailure })
    expect(await rows()).toMatchObject([{ heldUntil: null, failures: 0 }])
    expect(failed).toEqual([])
  })

  test('that ran out time after time gives the duty up where it says so, and nowhere else', async () => {
    const givenUp: string[] = []
    const giveUp = async (_: unknown, id: string, failure: string) => {
      givenUp.push(`${id} ${failure}`)
    }
    await enqueue('try', subject)
    await enqueue('always', other)
    for (let kill = 0; kill < 5; kill++)
      for (const name of ['try', 'always']) {
        await workDue(house.ctx(), { [name]: { mostAbandoned: 99, work: dying } }, {})
        await leaseOver(house, name)
      }
    await workOnce({
      try: { mostAbandoned: 5, giveUp, work: async () => {} },
      always: { work: async () => {} },
    })
    expect(givenUp).toEqual([`${subject} abandoned`])
    expect(await dutyRows(house, 'always')).toEqual([])
  })

  /** As if the process ended in the middle: what it holds stays held. */
  async function dying() {
    await house.db
      .updateTable('duty')
      .set((eb) => ({ attempt: eb('attempt', '+', 1) }))
      .execute()
  }
})

describe('the workers of a process', () => {
  const working = async (duties: Duties, leaseSeconds = 1) => {
    workers = await startWorking(house.ctx(), duties, {
      onFailure,
      leaseSeconds,
      pollMs: 5,
    })
  }
  let workers: Workers | undefined

  test('go on with the others while one hangs, up to their places', async () => {
    const hanging = Promise.withResolvers<void>()
    const done: string[] = []
    await enqueue('try', subject)
    await working({
      try: {
        atOnce: 2,
        work: async (_, id) => {
          if (id === subject) await hanging.promise
          done.push(id)
        },
      },
    })
    for (let n = 0; n < 5; n++) await enqueue('try', other)
    await until(() => done.length === 5)
    expect(done).not.toContain(subject)
    hanging.resolve()
    await until(() => done.includes(subject))
    await workers?.stop()
    expect(await rows()).toEqual([])
  })

  test('prolong what they hold, and hear when another has taken it', async () => {
    await enqueue()
    let signal: AbortSignal | undefined
    await working(
      {
        try: {
          work: async (_ctx, _id, lease) => {
            signal = lease.signal
            await setTimeout(60_000, undefined, { signal })
          },
        },
      },
      1,
    )
    await until(() => signal !== undefined)
    const [first] = await rows()
    await until(async () => {
      const [row] = await rows()
      return Temporal.Instant.compare(row!.heldUntil!, first!.heldUntil!) > 0
    })
    expect(signal?.aborted).toBe(false)
    await takenByAnother(house, 'try')
    await until(() => signal?.aborted === true)
    await workers?.stop()
    expect(await rows()).toMatchObject([{ attempt: 2, failures: 0 }])
  })

  test('stop without waiting for one that hangs, and leave it to the next', async () => {
    await enqueue()
    let hasBegun = false
    const hanging = Promise.withResolvers<void>()
    await working({
      try: {
        work: () => {
          hasBegun = true
          return hanging.promise
        },
      },
    })
    await until(() => hasBegun)
    await workers?.stop()
    expect(await rows()).toMatchObject([{ attempt: 1, failures: 0 }])
    hanging.resolve()
    await until(async () => (await rows()).length === 0)
  })

  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isSo())) await setTimeout(5)
  }
})
