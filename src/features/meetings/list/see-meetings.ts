import { type Context, transact } from '../../../context.ts'
import { recordAccess } from '../../audit/record.ts'
import { writeCursor } from '../../people/list/cursor.ts'
import type { MeetingRow } from '../sql.ts'
import type { ListMeetings } from './schema.ts'
import { listMeetings } from './sql.ts'

export interface MeetingList {
  rows: MeetingRow[]
  /** The cursor of the next page; null on the last. */
  next: string | null
}

/** One page of meetings with their people; the audit record gets an entry for each person listed. */
export async function seeMeetings(
  ctx: Context,
  { show, limit, cursor }: ListMeetings,
): Promise<MeetingList> {
  return transact(ctx, async (ctx) => {
    const after = cursor?.at === undefined ? undefined : { at: cursor.at, id: cursor.id }
    const found = await listMeetings(ctx.db, { show, limit, now: ctx.now(), after })
    const rows = found.slice(0, limit)
    const people = rows.flatMap(({ participants }) => participants.map(({ id }) => id))
    await recordAccess(ctx, 'person-listed', people)
    const last = rows.at(-1)
    const hasMore = found.length > limit && last !== undefined
    return {
      rows,
      next: hasMore ? writeCursor({ back: false, id: last.id, at: last.startsAt }) : null,
    }
  })
}
