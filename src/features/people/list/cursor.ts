import { z } from 'zod'
import { Id, Instant } from '../../../web/fields.ts'

const CursorPosition = z.strictObject({
  /** True for the previous page. */
  back: z.boolean(),
  id: Id,
  /** The row's time; in the order by name it is looked up, since addresses must not hold names. */
  at: Instant.optional(),
})
export type CursorPosition = z.output<typeof CursorPosition>

/** A place in a list, as `writeCursor` encodes it. */
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
