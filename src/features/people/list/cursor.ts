import { z } from 'zod'
import { Id, Instant } from '../../../web/fields.ts'

const CursorPosition = z.strictObject({
  /** Towards the beginning of the list; else towards its end. */
  back: z.boolean(),
  id: Id,
  /** Where the row stood in an order of time. A name would be read in the address: it is looked up. */
  at: Instant.optional(),
})
export type CursorPosition = z.output<typeof CursorPosition>

/** Where to go on in a list. Nobody but `writeCursor` writes one, so what does not read is refused. */
export const Cursor = z
  .string()
  .max(300, 'invalid')
  .transform((text, ctx) => {
    const position = CursorPosition.safeParse(parse(text))
    if (position.success) return position.data
    ctx.addIssue({ code: 'custom', message: 'invalid' })
    return z.NEVER
  })

export function writeCursor(position: CursorPosition): string {
  return Buffer.from(JSON.stringify({ ...position, at: position.at?.toString() })).toString(
    'base64url',
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}
