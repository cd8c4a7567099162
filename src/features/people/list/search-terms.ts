/** More words than a name has do not narrow the result, and each is one more query. */
const most = 6

/** The prefixes to search for: a telephone number, a whole e-mail address, or each word. */
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
