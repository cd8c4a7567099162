import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { fieldProblemCodes, Problem } from '../../problems.ts'
import type { Surroundings } from './preview/check-rows.ts'
import type { Outline, ReadTask } from './reader.ts'

/** One thread with little memory: a hostile file ends the thread, not the product. */
let threads: Piscina | undefined

function thread(): Piscina {
  threads ??= new Piscina({
    filename: new URL('./reader.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: 384 },
  })
  return threads
}

/** Reads a file in a thread. Refuses an unreadable file with the reason. */
export async function readInThread(
  file: Omit<ReadTask, 'port'>,
  keep: (rows: string) => Promise<void>,
): Promise<Outline> {
  const { port1, port2 } = new MessageChannel()
  const stop = new AbortController()
  port1.on('message', (rows: string) => {
    keep(rows).then(
      () => port1.postMessage('next'),
      (error: unknown) => stop.abort(error),
    )
  })
  try {
    // The package's types follow another signature of postMessage than the one it calls.
    const transferList = [port2] as never
    return await thread().run(
      { ...file, port: port2 },
      { name: 'read', signal: stop.signal, transferList },
    )
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason
    throw asProblem(error)
  } finally {
    port1.close()
  }
}

export async function checkInThread(
  about: Surroundings,
  rows: {
    next: () => Promise<{ number: number; cells: string[] }[]>
    keep: (checked: string) => Promise<void>
  },
): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  // The package's types follow another signature of postMessage than the one it calls.
  const transferList = [port2] as never
  const checking = thread().run({ about, port: port2 }, { name: 'check', transferList })
  try {
    for (let batch = await rows.next(); batch.length > 0; batch = await rows.next()) {
      port1.postMessage(batch)
      // A thread that has ended sends no message.
      const [checked] = await Promise.race([once(port1, 'message'), checking])
      await rows.keep(checked)
    }
    port1.postMessage([])
    await checking
  } finally {
    port1.close()
  }
}

function asProblem(error: unknown): unknown {
  const { message, code } = error as { message?: string; code?: string }
  const fault =
    code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? 'fileTooLarge'
      : fieldProblemCodes.find((known) => known === message)
  if (fault === undefined) return error
  return new Problem('invalid-input', { fields: [{ pointer: '/file', code: fault }] })
}
