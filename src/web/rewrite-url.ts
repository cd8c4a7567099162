/** Longer than any id or token in our addresses. */
export const maxParamLength = 100

/**
 * Rewrites what the router itself would refuse, without our headers and texts, to an address that
 * does not exist: undecodable paths, over-long parts, addresses of other sites.
 */
export function rewriteUrl(url: string): string {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0]!)
    if (path.startsWith('/') && path.split('/').every((part) => part.length <= maxParamLength))
      return url
  } catch {
    // Undecodable.
  }
  return url.startsWith('/api/') ? '/api/unreadable' : '/unreadable'
}
