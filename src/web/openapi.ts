import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { openToEveryone } from './guard.ts'

/** RFC 9457, in the reader's language. */
const ProblemJson = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'The request, as the log knows it' }),
    state: z.string().optional().meta({ description: 'The state that stands in the way' }),
    errors: z
      .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() }))
      .optional(),
  })
  .meta({ description: 'application/problem+json' })

/**
 * The description of the API at /api/openapi.json and its page at /api/docs, made from the schemas
 * that check the requests: they cannot disagree.
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
    // Pages are routes too, but nothing a client should be told of.
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route)
      return { url, schema: url.startsWith('/api/') ? schema : { ...schema, hide: true } }
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

/** Every answer of the API may be a refusal, and whoever needs a token is told. */
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
