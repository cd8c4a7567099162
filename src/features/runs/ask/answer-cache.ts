import { LRUCache } from 'lru-cache'

/**
 * Finished answers, and those that are being worked out. An answer takes a few kilobytes; for 700 people a
 * side it takes 2.6 s to explain a run, and 8 s to explain a page of people without a proposal.
 */
const cache = new LRUCache<string, { answer: unknown } | Promise<unknown>>({ max: 500 })

/**
 * The answer to a question about a finished run, computed once: a finished run never changes.
 * Answers hold ids: access and current names are read from the database each time. A failure is not
 * cached.
 */
export async function cachedAnswer<Answer>(
  key: string,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const known = cache.get(key)
  if (known !== undefined) return ('answer' in known ? known.answer : known) as Promise<Answer>
  const making = make()
  cache.set(key, making)
  try {
    const answer = await making
    // Not after `clearAnswerCache`: the answer may be about a person who was erased meanwhile.
    if (cache.peek(key) === making) cache.set(key, { answer })
    return answer
  } catch (error) {
    if (cache.peek(key) === making) cache.delete(key)
    throw error
  }
}

/** The cached answer, if it is computed. */
export function peekAnswer<Answer>(key: string): Answer | undefined {
  const known = cache.get(key)
  return known !== undefined && 'answer' in known ? (known.answer as Answer) : undefined
}

/** Clears the cache, because a person was erased from the runs. */
export function clearAnswerCache(): void {
  cache.clear()
}
