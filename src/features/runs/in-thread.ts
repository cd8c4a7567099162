import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { ProposalRun, ProposeInput } from '../../matching/types.ts'
import type * as matcher from './matcher.ts'

/** One thread: two cores serve the rest, and a second run would only slow the first. Ends when idle. */
let threads: Piscina | undefined

function thread(): Piscina {
  threads ??= new Piscina({
    filename: new URL('./matcher.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 30_000,
  })
  return threads
}

type Tasks = Omit<typeof matcher, 'propose'>

/** Does one of the matcher's tasks beside the event loop, which goes on answering others. */
export async function inThread<Name extends keyof Tasks>(
  name: Name,
  task: Parameters<Tasks[Name]>[0],
): Promise<ReturnType<Tasks[Name]>> {
  return thread().run(task, { name })
}

/** Runs the matching beside the event loop. Throws an AbortError when told to stop: the thread ends. */
export async function proposeInThread(
  input: ProposeInput,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (at: matcher.Progress) => void },
): Promise<ProposalRun> {
  const { port1, port2 } = new MessageChannel()
  port1.on('message', onProgress)
  try {
    const task = { input, port: port2 }
    // The package's types follow another signature of postMessage than the one it calls.
    const transferList = [port2] as never
    return await thread().run(task, { name: 'propose', signal, transferList })
  } finally {
    port1.close()
  }
}
