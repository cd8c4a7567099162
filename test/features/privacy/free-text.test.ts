import { expect, test } from 'vitest'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'

const house = useHouse()
const site = useSite(house)

/** Where words go into the product that no list, format or pattern describes; each is meant. */
const meant = [
  // Who and where somebody is, or a place, a partner or a variant of a run.
  'address',
  'address/street',
  'address/town',
  'name',
  'variants/name',
  // Held by a check of their own that a pattern cannot say.
  'email',
  'languages/tag',
  'phone',
  'variants/mentor/languages/tag',
  // The words of staff about somebody, forgotten after 90 days.
  'reason',
]

interface Schema {
  type?: string
  enum?: unknown
  const?: unknown
  format?: string
  pattern?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

/** The places of a body that take any words, named by the fields that lead there. */
function freeText(schema: Schema, place: readonly string[] = []): string[] {
  const inside = [
    ...Object.entries(schema.properties ?? {}).map(
      ([name, one]) => [one, [...place, name]] as const,
    ),
    ...[schema.items ?? [], schema.anyOf ?? [], schema.oneOf ?? [], schema.allOf ?? []]
      .flat()
      .map((one) => [one, place] as const),
  ]
  const shape = schema.enum ?? schema.const ?? schema.format ?? schema.pattern
  const own = schema.type === 'string' && shape === undefined ? [place.join('/')] : []
  return [...own, ...inside.flatMap(([one, at]) => freeText(one, at))]
}

test('nothing about a person can be written freely but in places that were meant for it', async () => {
  const { paths } = (await site.get('/api/openapi.json')).json<{
    paths: Record<
      string,
      Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>
    >
  }>()
  const bodies = Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {})),
  )
  const found = new Set(bodies.flatMap(({ schema }) => freeText(schema)))
  expect([...found].sort()).toEqual([...meant].sort())
})
