/** A barrier: callers wait until `count` have arrived; later callers do not wait. */
export function barrier(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let arrived = 0
  return async () => {
    arrived++
    if (arrived >= count) resolve()
    await promise
  }
}
