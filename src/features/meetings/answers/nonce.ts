import { createHash } from 'node:crypto'

/**
 * What the form of an answer must send back: it shows that the page was loaded, and for which time and
 * place. A program that only follows links has none.
 */
export function nonceOf(
  token: string,
  { movedAt, createdAt }: { movedAt: Temporal.Instant | null; createdAt: Temporal.Instant },
): string {
  const version = (movedAt ?? createdAt).toString()
  return createHash('sha256').update(`meeting:${token}:${version}`).digest('base64url')
}
