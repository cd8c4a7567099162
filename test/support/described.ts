import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ListedRoute } from '../../src/web/guard.ts'
import type { Answer } from './app.ts'

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0]

/** The parts of the API's description that tests need: paths with the schema of each status. */
interface Description {
  paths: Record<string, Record<string, { responses?: Record<string, Response> }>>
}
interface Response {
  content?: Record<string, { schema?: JsonSchema }>
}

/**
 * Validates an answer against the published description, in which objects are strict. Returns the
 * error; `undefined` for valid answers, for refusals, and for what is not part of the API.
 */
export function describedBy(app: FastifyInstance) {
  const { paths } = app.swagger() as unknown as Description
  const known = new Map<string, z.ZodType>()
  return (route: ListedRoute, answer: Answer): string | undefined => {
    const { statusCode } = answer
    if (!route.url.startsWith('/api/v1') || statusCode < 200 || statusCode > 299) return undefined
    if (route.method === 'HEAD') return undefined
    const url = route.url.replace(/:(\w+)/g, '{$1}')
    const response = paths[url]?.[route.method.toLowerCase()]?.responses?.[statusCode]
    if (response === undefined) return `answers ${statusCode}, which is not described`
    if (statusCode === 204) return answer.body === '' ? undefined : 'says something with a 204'
    const schema = Object.values(response.content ?? {})[0]?.schema
    if (schema === undefined) return `answers ${statusCode} with what is not described`
    const key = `${route.method} ${url} ${statusCode}`
    known.set(key, known.get(key) ?? z.fromJSONSchema(schema))
    const isJson = String(answer.headers['content-type']).startsWith('application/json')
    const parsed = known.get(key)!.safeParse(isJson ? answer.json() : answer.body)
    return parsed.success ? undefined : `is not as described: ${z.prettifyError(parsed.error)}`
  }
}

/** Schemas that accept anything: objects that are not strict, values of any type. */
export function openPlaces(app: FastifyInstance): string[] {
  const { paths } = app.swagger() as unknown as Description
  return Object.entries(paths)
    .filter(([url]) => url.startsWith('/api/v1'))
    .flatMap(([url, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.entries(responses ?? {})
          .filter(([status]) => status.startsWith('2'))
          .flatMap(([status, { content }]) =>
            Object.values(content ?? {}).flatMap(({ schema }) =>
              openIn(schema, `${method.toUpperCase()} ${url} ${status}`),
            ),
          ),
      ),
    )
}

function openIn(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [at]
  const { type, properties, additionalProperties, items, ...rest } = schema as Record<
    string,
    Record<string, unknown> | undefined
  >
  const says = ['anyOf', 'oneOf', 'allOf', 'enum', 'const', '$ref'].some((word) => word in rest)
  const branches = [rest.anyOf, rest.oneOf, rest.allOf].flatMap((all) => Object.values(all ?? {}))
  return [
    ...(type === undefined && !says ? [at] : []),
    ...((type as unknown) === 'object' && (additionalProperties as unknown) !== false
      ? [`${at} {}`]
      : []),
    ...Object.entries(properties ?? {}).flatMap(([name, inner]) => openIn(inner, `${at} ${name}`)),
    ...(items === undefined ? [] : openIn(items, `${at} []`)),
    ...branches.flatMap((inner) => openIn(inner, at)),
  ]
}
