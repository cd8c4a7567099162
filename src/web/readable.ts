/** Longer than any id or token of ours. */
export const maxParamLength = 100

/**
 * What the router would refuse by itself, past our headers and our own words, becomes an address that
 * nobody has: a path that cannot be decoded, a part longer than any of ours, another site's address.
 */
export function readable(url: string): string {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0]!)
    if (path.startsWith('/') && path.split('/').every((part) => part.length <= maxParamLength))
      return url
  } catch {
    // Not to be decoded.
  }
  return url.startsWith('/api/') ? '/api/unreadable' : '/unreadable'
}
