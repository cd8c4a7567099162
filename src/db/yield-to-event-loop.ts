import { setImmediate } from 'node:timers/promises'

/**
 * Lets others come first between two transactions of long work. The embedded engine hands itself on
 * without a turn of the event loop: who asks again at once gets it again, and no page is answered.
 */
export async function yieldToEventLoop(): Promise<void> {
  await setImmediate()
}
