import { type Context, transact } from '../../context.ts'
import { recordEvent } from '../audit/record.ts'
import type { SetMeetingPlaces } from './schema.ts'
import { updateMeetingPlaces } from './sql.ts'

/**
 * Sets where a programme's pairs may meet besides its sites. A meeting that is planned keeps the
 * link with which its participants were invited.
 */
export async function setMeetingPlaces(
  ctx: Context,
  municipality: string,
  { meetingLink, meetsElsewhere }: SetMeetingPlaces,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const places = { meetingLink: meetingLink ?? null, meetsElsewhere }
    await updateMeetingPlaces(ctx.db, municipality, places)
    await recordEvent(ctx, { action: 'programme-changed', municipality })
  })
}
