import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Help, HelpMessage } from '../matching/people-work.ts'

/** Worker threads that can help a run: the machine's threads without those already taken. */
export function sparedThreads(taken: number): number {
  return Math.max(0, availableParallelism() - taken)
}

/**
 * Worker threads that share the long loops of a run, started by the first message. The run never waits for
 * them: one that fails to start or dies only costs its share.
 */
export function openHelp(threads: number): { help: Help; close: () => void } {
  let helpers: Worker[] | undefined
  return {
    help(message: HelpMessage): void {
      helpers ??= Array.from({ length: threads }, startHelper)
      for (const helper of helpers) helper.postMessage(message)
    },
    close(): void {
      for (const helper of helpers ?? []) void helper.terminate()
    },
  }
}

function startHelper(): Worker {
  const helper = new Worker(new URL('./helper.ts', import.meta.url))
  helper.on('error', () => {})
  helper.unref()
  return helper
}
