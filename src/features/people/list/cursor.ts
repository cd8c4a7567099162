import { z } from 'zod'
import { Id, Instant } from '../../../web/fields.ts'

const Place = z.strictObject({
  /** Towards the beginning of the list; else towards its end. */
  back: z.boolean(),
  id: Id,
  /** Where the row stood in an order of time. A name would be read in the address: it is looked up. */
  at: Instant.optional(),
})
export type Place = z.output<typeof Place>

/** Where to go on in a list. Nobody but `writeCursor` writes one, so what does not read is refused. */
export const Cursor = z
  .string()
  .max(300, 'invalid')
  .transform((text, ctx) => {
    const place = Place.safeParse(parse(text))
    if (place.success) return place.data
    ctx.addIssue({ code: 'custom', message: 'invalid' })
    return z.NEVER
  })

export function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify({ ...place, at: place.at?.toString() })).toString('base64url')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}
