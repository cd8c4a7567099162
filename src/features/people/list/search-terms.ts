/** More words than a name has narrow nothing, and each costs the database a look. */
const most = 6

/**
 * What was typed into the search as the beginnings to look for: a telephone number in one piece
 * however it was grouped, an e-mail address whole, anything else word by word.
 */
export function searchTerms(typed: string): string[] {
  if (/^[+\d\s().-]{3,}$/.test(typed) && /\d/.test(typed))
    return [
      typed
        .replace(/[\s().-]/g, '')
        .replace(/^00/, '+')
        .replace(/^\+45/, ''),
    ]
  const words = typed
    .split(/\s+/)
    .flatMap((word) => (word.includes('@') ? [word] : word.split(/[-‐–_.,;:/()"]/)))
  return words.filter((word) => word !== '').slice(0, most)
}
