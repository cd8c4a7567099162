import { createHook } from 'node:async_hooks'
import { afterAll, beforeAll } from 'vitest'

/** Counts the passwords that are checked or hashed while the tests of one file run. */
export function useHashingCount(): { count: number } {
  const hashings = { count: 0 }
  // Nothing else asks the thread pool for this.
  const hook = createHook({
    init: (_, type) => {
      if (type === 'ARGON2REQUEST') hashings.count++
    },
  })
  beforeAll(() => hook.enable())
  afterAll(() => hook.disable())
  return hashings
}
