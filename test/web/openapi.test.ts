import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { useSite } from '../support/app.ts'
import { aClient, type Client } from '../support/client.ts'
import { useHouse } from '../support/house.ts'
import { aProgramme } from '../support/people.ts'
import { readListedRoutes } from './routes.ts'

const house = useHouse()
const site = useSite(house)

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0]

interface Operation {
  summary?: string
  tags?: string[]
  security?: unknown[]
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[]
  requestBody?: {
    content: Record<
      string,
      { schema: object; example?: unknown; examples?: Record<string, { value: unknown }> }
    >
  }
  responses: Record<string, { description?: string; content?: Record<string, { schema: object }> }>
}
interface Description {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: object }
}

const nobody = '00000000-0000-4000-8000-000000000000'

let description: Description
let operations: [string, Operation][]
beforeAll(async () => {
  description = (await site.get('/api/openapi.json')).json()
  operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  )
})

/** A change names the version it is based on; here always the first. */
function methodOf(client: Client, name: string) {
  if (name.startsWith('PATCH '))
    return (path: string, body: unknown) => client.patch(path, body, '"1"')
  return name.startsWith('PUT ') ? client.put : client.post
}

describe('the description of the API', () => {
  test('is OpenAPI 3.1 with title and version', () => {
    expect(description.openapi).toMatch(/^3\.1\./)
    expect(description.info).toMatchObject({ title: 'Makker', version: '1' })
    expect(description.components.securitySchemes).toMatchObject({
      token: { type: 'http', scheme: 'bearer' },
    })
  })

  test('has every route of the API, and no other', () => {
    expect(operations.map(([name]) => name).sort()).toEqual(readListedRoutes(site.app).sort())
    expect(operations.length).toBeGreaterThan(20)
  })

  test('has the summary, answers and security of each route', () => {
    const open = ['POST /api/v1/mentors', 'POST /api/v1/mentees']
    for (const [name, operation] of operations) {
      expect([name, operation.summary?.length ?? 0]).not.toEqual([name, 0])
      expect([name, operation.tags?.length]).toEqual([name, 1])
      const codes = Object.keys(operation.responses)
      expect([name, codes.some((code) => /^20\d$/.test(code))]).toEqual([name, true])
      expect([name, codes.includes('4XX') || codes.includes('4xx')]).toEqual([name, true])
      const security = open.includes(name) ? undefined : [{ token: [] }]
      expect([name, operation.security]).toEqual([name, security])
    }
  })

  test('has every parameter of a path', () => {
    for (const [name, operation] of operations) {
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const described = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
      expect([name, described.map((parameter) => parameter.name)]).toEqual([name, inPath])
      for (const parameter of described) expect(parameter.required).toBe(true)
    }
  })

  test('has no dangling reference', () => {
    const text = JSON.stringify(description)
    for (const [, reference] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = reference!
        .split('/')
        .reduce<unknown>(
          (place, step) => (place as Record<string, unknown> | undefined)?.[step],
          description,
        )
      expect([reference, found !== undefined]).toEqual([reference, true])
    }
  })

  test('has an example of every body that the schema and the product accept', async () => {
    const programme = await aProgramme(house)
    const client = await aClient(house, site, programme.coordinator)
    for (const [name, { requestBody, responses }] of operations) {
      if (requestBody === undefined) continue
      const method = methodOf(client, name)
      const done = Number(Object.keys(responses).find((code) => /^20\d$/.test(code)))
      const { schema, example: single, examples } = requestBody.content['application/json']!
      const given = [single, ...Object.values(examples ?? {}).map(({ value }) => value)]
      const written = given.filter((example) => example !== undefined)
      expect([name, written.length]).not.toEqual([name, 0])
      for (const example of written) {
        expect([name, z.fromJSONSchema(schema as JsonSchema).safeParse(example).error]).toEqual([
          name,
          undefined,
        ])
        const path = name.split(' ')[1]!.replace('/api/v1', '').replace('{id}', nobody)
        const answer = await method(path, example)
        // The id in the path does not exist; the body is valid.
        expect([name, answer.statusCode]).toEqual([
          name,
          path.includes(nobody) || path === '/meetings' ? 404 : done,
        ])
      }
    }
  })

  test('has a strict object for every body', () => {
    for (const [name, { requestBody }] of operations) {
      if (requestBody === undefined) continue
      const schema = requestBody.content['application/json']?.schema as {
        type?: string
        additionalProperties?: unknown
      }
      expect([name, schema?.type, schema?.additionalProperties]).toEqual([name, 'object', false])
    }
  })

  test('is shown as a page', async () => {
    const page = await site.get('/api/docs')
    expect([200, 302]).toContain(page.statusCode)
  })
})
