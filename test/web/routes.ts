import type { FastifyInstance } from 'fastify'

export function readListedRoutes(app: FastifyInstance): string[] {
  const lines = app.printRoutes({ commonPrefix: false }).split('\n')
  const found: string[] = []
  const way: string[] = []
  for (const line of lines) {
    const match = /^([│ ]*)(?:├──|└──) (\S+) \(([A-Z, ]+)\)$/.exec(line)
    if (match === null) continue
    const depth = match[1]!.length / 4
    way.length = depth
    way[depth] = match[2]!
    const path = way.join('')
    for (const method of match[3]!.split(', '))
      if (path.startsWith('/api/v1/') && method !== 'HEAD')
        found.push(`${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  }
  return [...new Set(found)]
}
