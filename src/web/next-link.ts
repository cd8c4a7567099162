/** The requested address with another cursor; null where there is no further page. */
export function nextLink(url: string, cursor: string | null): string | null {
  if (cursor === null) return null
  const [path, query] = url.split('?')
  const search = new URLSearchParams(query)
  search.set('cursor', cursor)
  return `${path}?${search}`
}
