import type { z } from 'zod'
import type { MeetingView } from './schema.ts'
import type { MeetingRow } from './sql.ts'

/** A meeting as the API shows it. */
export function meetingView(row: MeetingRow): z.input<typeof MeetingView> {
  return {
    id: row.id,
    type: row.type,
    state: row.state,
    startsAt: row.startsAt.toString(),
    endsAt: row.endsAt.toString(),
    siteName: row.siteName,
    matchIds: row.matches.map((match) => match.id),
  }
}
