import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { ProposalRun, ProposeInput } from '../../../matching/types.ts'
import { sparedThreads } from '../../../threads/help.ts'
import type { About, FinishedRun } from '../ask/kept-runs.ts'
import type * as matcher from './matcher.ts'

const filename = new URL('./matcher.ts', import.meta.url).href

/** One thread: two cores serve the rest, and a second run would only slow the first. Ends when idle. */
let runs: Piscina | undefined
/** Another, which stays: who asks about a finished run waits neither for a run nor for a thread to start. */
let answers: Piscina | undefined

function answering(): Piscina {
  answers ??= new Piscina({ filename, minThreads: 1, maxThreads: 1 })
  return answers
}

/** Starts the thread that answers, and warms it: the first who asks waits for neither. */
export async function startAnswering(): Promise<void> {
  await answering().run(undefined, { name: 'warm' })
}

type Answering = Omit<typeof matcher, 'propose' | 'proposeSmall' | 'forget' | 'warm'>
export type Answer<Name extends keyof Answering> = Exclude<ReturnType<Answering[Name]>, undefined>

/**
 * Answers about a finished run beside the event loop, which goes on answering others. The thread
 * keeps the people of the last runs it was asked about; `read` is called when it does not have them.
 */
export async function askThread<Name extends keyof Answering>(
  name: Name,
  { key, read }: { key: string; read: () => Promise<FinishedRun> },
  task: Omit<Parameters<Answering[Name]>[0], keyof About>,
): Promise<Answer<Name>> {
  const known: Answer<Name> | undefined = await answering().run({ ...task, key }, { name })
  if (known !== undefined) return known
  return answering().run({ ...task, key, frozen: await read() }, { name })
}

/** Has the thread let go of the people it keeps. */
export async function forgetInThread(): Promise<void> {
  await answers?.run(undefined, { name: 'forget' })
}

/** In milliseconds; a small run takes less than a second. */
const longestSmallRun = 5_000

/**
 * Solves a small run in the thread that answers. Undefined when it takes too long, because the thread
 * is busy: the caller holds a transaction open, which must not wait longer.
 */
export async function proposeSmallRun(input: ProposeInput): Promise<ProposalRun | undefined> {
  const signal = AbortSignal.timeout(longestSmallRun)
  try {
    return await answering().run(input, { name: 'proposeSmall', signal })
  } catch (error) {
    if (signal.aborted) return undefined
    throw error
  }
}

/** Threads that whoever helps a run leaves alone: the one of the event loop, and the run's own. */
const taken = 2

/**
 * Runs the matching beside the event loop, helped where there are cores to spare. Throws an AbortError
 * when told to stop: the thread ends, and those that help it.
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
