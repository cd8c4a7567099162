/** Answers about finished runs that are kept in memory; each is a few kilobytes. */
const mostKept = 500

const kept = new Map<string, Promise<unknown>>()

/**
 * An answer about a finished run, worked out once. A finished run never changes, so the answer stays
 * true; who may see it, and what people are called by now, is asked of the database each time. An
 * answer that failed is not kept, and those that nobody asked for longest make room.
 */
export async function remember<Answer>(key: string, make: () => Promise<Answer>): Promise<Answer> {
  const found = (kept.get(key) as Promise<Answer> | undefined) ?? make()
  kept.delete(key)
  kept.set(key, found)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return found.catch((error: unknown) => {
    if (kept.get(key) === found) kept.delete(key)
    throw error
  })
}

/** Forgets every answer: somebody was erased from the runs they are about. */
export function forgetAnswers(): void {
  kept.clear()
}
