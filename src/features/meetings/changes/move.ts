import { type Context, transact } from '../../../context.ts'
import { recordEvents } from '../../audit/record.ts'
import { book } from '../../places/book.ts'
import { unbook } from '../../places/unbook.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { announceChange } from '../notices/announce.ts'
import { type Arranged, arrangeMeeting } from '../planning/arrange.ts'
import { readMatchesToMeet } from '../planning/sql.ts'
import type { LockedMeeting } from '../sql.ts'
import { lockToChange } from './lock-to-change.ts'
import type { MoveMeeting } from './schema.ts'
import { listPairs, markMoved, resetAnswers } from './sql.ts'

/**
 * Moves a meeting to another time or place. It stays the same meeting, also in calendars; everybody is
 * told and answers anew. Refuses what planning refuses, a meeting that has begun, and one that has
 * changed since its writer saw it.
 */
export async function moveMeeting(ctx: Context, id: string, command: MoveMeeting): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { version, ...wanted } = command
    const before = await lockToChange(ctx, id, version)
    const { municipality, type } = before
    const { matchIds, personIds } = await listPairs(ctx.db, id)
    const { meeting, holders } = await arrangeMeeting(
      ctx,
      {
        ...{ municipality, personIds, isMatchMeeting: type === 'match_meeting' },
        pairs: await readMatchesToMeet(ctx.db, matchIds),
      },
      wanted,
    )
    await unbook(ctx, { meetingId: id })
    await book(ctx, { municipality, meetingId: id }, meeting, holders)
    const isMoved = hasMoved(before, meeting)
    await markMoved(ctx.db, id, meeting, isMoved ? ctx.now() : undefined)
    await recordEvents(
      ctx,
      personIds.map((personId) => ({
        ...({ action: 'meeting-moved', municipality, personId, subjectId: id } as const),
      })),
    )
    if (!isMoved) return
    await resetAnswers(ctx.db, id)
    await resolveTasks(ctx, { meetingId: id, kinds: ['meeting_declined', 'meeting_another_time'] })
    const times = [before.startsAt, meeting.startsAt]
    await announceChange(ctx, before, personIds, { kind: 'moved', times })
  })
}

/** Whether time or place are others; who else takes part is no move. */
function hasMoved(before: LockedMeeting, { endsAt, ...after }: Arranged['meeting']): boolean {
  return (
    !before.startsAt.equals(after.startsAt) ||
    !before.endsAt.equals(endsAt) ||
    before.place !== after.place ||
    before.siteId !== after.siteId ||
    before.roomId !== after.roomId ||
    before.placeText !== after.placeText
  )
}
