/** Lets everyone wait until that many have come, and nobody after that. */
export function barrier(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let arrived = 0
  return async () => {
    arrived++
    if (arrived >= count) resolve()
    await promise
  }
}
