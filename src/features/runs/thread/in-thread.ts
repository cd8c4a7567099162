import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { ProposalRun, ProposeInput } from '../../../matching/types.ts'
import { sparedThreads } from '../../../threads/help.ts'
import type { RunRef, FinishedRun } from '../ask/run-cache.ts'
import type * as matcher from './matcher.ts'

const filename = new URL('./matcher.ts', import.meta.url).href

/** One thread, since a second run would only slow the first. It ends when idle. */
let runs: Piscina | undefined
/** Another thread, which stays: questions about finished runs wait neither for a run nor for a start. */
let answers: Piscina | undefined

function answering(): Piscina {
  answers ??= new Piscina({ filename, minThreads: 1, maxThreads: 1 })
  return answers
}

/** Starts the thread that answers questions, for which the first question would otherwise wait 0.4 s. */
export function startAnswering(): void {
  answering()
}

type Answering = Omit<typeof matcher, 'propose' | 'proposeSmall' | 'forget'>
export type Answer<Name extends keyof Answering> = Exclude<ReturnType<Answering[Name]>, undefined>

/**
 * Answers a question about a finished run in a thread, which caches the last runs; `read` is called
 * when the run is not cached.
 */
export async function askThread<Name extends keyof Answering>(
  name: Name,
  { key, read }: { key: string; read: () => Promise<FinishedRun> },
  task: Omit<Parameters<Answering[Name]>[0], keyof RunRef>,
): Promise<Answer<Name>> {
  const known: Answer<Name> | undefined = await answering().run({ ...task, key }, { name })
  if (known !== undefined) return known
  return answering().run({ ...task, key, frozen: await read() }, { name })
}

/** Clears the run cache of the thread. */
export async function clearCacheInThread(): Promise<void> {
  await answers?.run(undefined, { name: 'forget' })
}

/** In milliseconds; a small run takes less than a second. */
const longestSmallRun = 5_000

/**
 * Solves a small run in the thread that answers. Undefined when it takes too long, because the thread
 * is busy: the caller holds a transaction open, which must not wait longer.
 */
export async function proposeSmallRun(
  input: ProposeInput,
  signal = AbortSignal.timeout(longestSmallRun),
): Promise<ProposalRun | undefined> {
  try {
    return await answering().run(input, { name: 'proposeSmall', signal })
  } catch (error) {
    if (signal.aborted) return undefined
    throw error
  }
}

/** Cores that helper threads leave free: for the event loop and for the run's own thread. */
const taken = 2

/**
 * Runs the matching in a thread, with helper threads on spare cores. Throws an AbortError when
 * aborted, and ends all of them.
 */
export async function proposeInThread(
  input: ProposeInput,
  {
    signal,
    onProgress,
    helpers = sparedThreads(taken),
  }: {
    signal: AbortSignal
    onProgress: (at: matcher.Progress) => void
    helpers?: number
  },
): Promise<ProposalRun> {
  runs ??= new Piscina({ filename, minThreads: 0, maxThreads: 1, idleTimeout: 30_000 })
  const { port1, port2 } = new MessageChannel()
  port1.on('message', onProgress)
  try {
    const task = { input, port: port2, helpers }
    // The package's types follow another signature of postMessage than the one it calls.
    const transferList = [port2] as never
    return await runs.run(task, { name: 'propose', signal, transferList })
  } finally {
    port1.close()
  }
}
