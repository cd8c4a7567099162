/** Answers about finished runs that are kept in memory; each is a few kilobytes. */
const mostKept = 500

/** Those that are known, and those that are being worked out. */
const kept = new Map<string, { answer: unknown } | Promise<unknown>>()

/**
 * An answer about a finished run, worked out once. A finished run never changes, so the answer stays
 * true; who may see it, and what people are called by now, is asked of the database each time. An
 * answer that failed is not kept, and those that nobody asked for longest make room.
 */
export async function answerOnce<Answer>(
  key: string,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const known = kept.get(key)
  if (known !== undefined && 'answer' in known) return knownAnswer<Answer>(key)!
  if (known !== undefined) return known as Promise<Answer>
  const making = make()
  keep(key, making)
  try {
    const answer = await making
    if (kept.get(key) === making) keep(key, { answer })
    return answer
  } catch (error) {
    if (kept.get(key) === making) kept.delete(key)
    throw error
  }
}

/** The answer where it is known already. */
export function knownAnswer<Answer>(key: string): Answer | undefined {
  const known = kept.get(key)
  if (known === undefined || !('answer' in known)) return undefined
  keep(key, known)
  return known.answer as Answer
}

function keep(key: string, entry: { answer: unknown } | Promise<unknown>): void {
  kept.delete(key)
  kept.set(key, entry)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
}

/** Forgets every answer: somebody was erased from the runs they are about. */
export function forgetAnswers(): void {
  kept.clear()
}
