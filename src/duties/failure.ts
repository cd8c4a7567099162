/**
 * Why something failed, in a few letters: the codes and the stage that a driver or a mail server gave,
 * else the kind of error. Never its message, which may hold an address or the row that was refused.
 */
export function failureOf(error: unknown): string {
  const { code, responseCode, command, name, type } = (error ?? {}) as Record<string, unknown>
  const parts = [code ?? type ?? name, responseCode, command].filter(
    (part) => (typeof part === 'string' && part !== '') || typeof part === 'number',
  )
  return parts.length === 0 ? 'unknown' : parts.join(' ').slice(0, 100)
}
