import { setTimeout } from 'node:timers/promises'
import { type Context, transact } from '../context.ts'
import type { Duties } from './duty.ts'
import { type OnFailure, perform } from './perform.ts'
import { type Claimed, claimDue, insertRecurring, renewLeases } from './sql.ts'

export interface Options {
  onFailure: OnFailure
  /** How long the work of a process that ended waits for another, at the most. */
  leaseSeconds: number
  /** How often it is asked what is due, in milliseconds. */
  pollMs?: number
}

export interface Workers {
  /** Takes up nothing more, has the long ones hand back, and waits a while for the others. */
  stop(): Promise<void>
}

interface Held {
  claimed: Claimed
  stop: AbortController
  done: Promise<void>
}

/**
 * Works every duty that is due, until it is told to stop: several at once, each held by a lease of its
 * own, so that one that hangs or fails delays no other.
 */
export async function startWorking(
  ctx: Context,
  duties: Duties,
  { onFailure, leaseSeconds, pollMs = 500 }: Options,
): Promise<Workers> {
  await transact(ctx, ({ db }) => insertRecurring(db, recurring(duties), ctx.now()))
  const held = new Map<string, Held>()
  const stopping = new AbortController()
  let somethingEnded = Promise.withResolvers<void>()

  const takeUp = (claimed: Claimed) => {
    const stop = new AbortController()
    const signal = AbortSignal.any([stop.signal, stopping.signal])
    const done = perform(ctx, duties[claimed.name]!, claimed, signal, onFailure).finally(() => {
      held.delete(claimed.id)
      somethingEnded.resolve()
    })
    held.set(claimed.id, { claimed, stop, done })
  }
  const renew = renewal(ctx, held, leaseSeconds)
  const poll = async () => {
    while (!stopping.signal.aborted) {
      somethingEnded = Promise.withResolvers()
      // First: a process that was busy for long must not take its own work for abandoned.
      await renew()
      // Where the database is away for a moment, the next look finds it again.
      const claimed = await claim(ctx, freePlaces(duties, held), leaseSeconds).catch(() => [])
      for (const one of claimed) takeUp(one)
      if (claimed.length > 0) continue
      const pause = setTimeout(pollMs, undefined, { signal: stopping.signal }).catch(() => {})
      await Promise.race([pause, somethingEnded.promise])
    }
  }
  const polling = poll()
  return {
    stop: async () => {
      stopping.abort()
      await polling
      // Half a lease: what is under way needs no renewal until then.
      const graceMs = leaseSeconds * 500
      const underWay = Promise.all([...held.values()].map(({ done }) => done))
      await Promise.race([underWay, setTimeout(graceMs, undefined, { ref: false })])
    },
  }
}

function recurring(duties: Duties): string[] {
  return Object.keys(duties).filter((name) => duties[name]!.next !== undefined)
}

function freePlaces(duties: Duties, held: ReadonlyMap<string, Held>) {
  const names = [...held.values()].map(({ claimed }) => claimed.name)
  return Object.entries(duties).flatMap(([name, { atOnce = 1 }]) => {
    const places = atOnce - names.filter((other) => other === name).length
    return places > 0 ? [{ name, places }] : []
  })
}

function claim(
  ctx: Context,
  places: { name: string; places: number }[],
  leaseSeconds: number,
): Promise<Claimed[]> {
  return transact(ctx, ({ db }) => claimDue(db, places, ctx.now(), leaseSeconds))
}

/** Prolongs all that is held, four times in a lease, and ends what was lost to another worker. */
function renewal(ctx: Context, held: ReadonlyMap<string, Held>, leaseSeconds: number) {
  let renewedAt = performance.now()
  return async () => {
    if (held.size === 0 || performance.now() - renewedAt < leaseSeconds * 250) return
    const asked = [...held.values()]
    const leases = asked.map(({ claimed: { id, attempt } }) => ({ id, attempt }))
    // A renewal that fails, as when the database is away for a moment, is tried again in half a second.
    const kept = await transact(ctx, ({ db }) => renewLeases(db, leases, leaseSeconds)).catch(
      () => undefined,
    )
    if (kept === undefined) return
    renewedAt = performance.now()
    for (const { claimed, stop } of asked)
      if (held.has(claimed.id) && !kept.includes(claimed.id)) stop.abort()
  }
}
