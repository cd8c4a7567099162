import { z } from 'zod'
import { type Context, transact } from '../../../context.ts'
import { Id, Version } from '../../../web/fields.ts'
import { recordMeetingOfMatches } from '../record-meeting.ts'

export const RecordMeetings = z
  .array(z.strictObject({ id: Id, version: Version }))
  .min(1, 'required')
  .max(50)

/** Records several meetings at which everybody was there: all of them, or none. */
export async function recordMeetings(
  ctx: Context,
  meetings: z.output<typeof RecordMeetings>,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    for (const { id, version } of meetings.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
      await recordMeetingOfMatches(ctx, id, { version, agreements: [] })
  })
}
