import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { openToEveryone } from './guard.ts'

const ProblemJson = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'The request id, as in the log' }),
    state: z.string().optional().meta({ description: 'The state that prevents the operation' }),
    errors: z
      .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() }))
      .optional(),
  })
  .meta({ description: 'application/problem+json' })

/**
 * The OpenAPI description at /api/openapi.json and its page at /api/docs, generated from the
 * schemas that validate requests.
 */
export async function describeApi(app: FastifyInstance, baseUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Makker',
        version: '1',
        description:
          'Match volunteer mentors with refugee mentees. Registration is open; everything else takes a bearer token.',
      },
      servers: [{ url: baseUrl }],
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
    // Pages are routes too, but not part of the API.
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route)
      if (!url.startsWith('/api/')) return { url, schema: { ...schema, hide: true } }
      return { url, schema: { ...schema, ...withExamples(route.schema?.body, schema.body) } }
    },
  })
  app.get(
    '/api/openapi.json',
    { config: { policy: 'public' }, schema: { hide: true } },
    async (_request, reply) => reply.type('application/json').send(JSON.stringify(app.swagger())),
  )
  await app.register(async (scope) => {
    openToEveryone(scope)
    await scope.register(swaggerUi, { routePrefix: '/api/docs' })
  })
}

/** zod omits the examples of transforming schemas, which show the input. */
function withExamples(body: unknown, described: unknown): object {
  const examples = body instanceof z.ZodType ? body.meta()?.examples : undefined
  return examples === undefined ? {} : { body: { ...(described as object), examples } }
}

/** Adds the refusals, and the security of routes that need a token, to every route of the API. */
export function describeRefusals(api: FastifyInstance): void {
  api.addHook('onRoute', (route) => {
    if (route.schema === undefined || route.schema.hide) return
    const response = route.schema.response as Record<string, unknown> | undefined
    route.schema = {
      ...route.schema,
      response: { ...response, '4xx': ProblemJson },
      ...(route.config?.policy === 'public' ? {} : { security: [{ token: [] }] }),
    }
  })
}
