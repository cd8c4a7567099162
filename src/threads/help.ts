import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Help, HelpMessage } from '../matching/people-work.ts'

/** What a run leaves to others beside the threads that it must not take: its own, and the event loop's. */
export function sparedThreads(taken: number): number {
  return Math.max(0, availableParallelism() - taken)
}

/**
 * Threads that take part in the long walks of a run, started by the first of them: a small run has
 * none. Nobody waits for them, so one that cannot start or dies costs only its share.
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
