import { expect, test } from 'vitest'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'

const house = useHouse()
const site = useSite(house)

/** All fields of the API that accept free text, each allowed for a reason. */
const meant = [
  // Names and addresses of people, sites, rooms, partners and run variants.
  'address',
  'address/street',
  'address/town',
  'name',
  'rooms/name',
  'variants/name',
  // Validated by code rather than a pattern.
  'email',
  'languages/tag',
  'phone',
  'variants/mentor/languages/tag',
  // Staff's reasons about a person, deleted after 90 days.
  'reason',
  // What a coordinator heard of a pair, emptied after 90 days.
  'note',
  // Where a pair meets besides the sites, emptied when one of them is erased.
  'placeText',
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

/** The paths of all fields of a request body that accept free text. */
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

test('the API accepts free text about a person only in the listed fields', async () => {
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
