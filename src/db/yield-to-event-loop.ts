import { setImmediate } from 'node:timers/promises'

/**
 * Yields to the event loop between two transactions of a long job. The embedded engine passes itself on
 * without a turn of the event loop, so a job that does not yield keeps it, and no page is answered.
 */
export async function yieldToEventLoop(): Promise<void> {
  await setImmediate()
}
