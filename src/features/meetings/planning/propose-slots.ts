import { type Context, transact } from '../../../context.ts'
import { findSlots } from './slots.ts'
import { readAttendees, readMatchesToMeet } from './sql.ts'

const slotsShown = 8

/** The best times for the given pairs, each with the names of the people who are not free. */
export async function proposeSlots(
  ctx: Context,
  matchIds: readonly string[],
  minutes = 60,
): Promise<{ startsAt: Temporal.Instant; notFree: string[] }[]> {
  return transact(ctx, async (ctx) => {
    const matches = await readMatchesToMeet(ctx.db, matchIds)
    const personIds = matches.flatMap((match) => [match.mentorPersonId, match.menteePersonId])
    const attendees = await readAttendees(ctx.db, [...new Set(personIds)])
    const names = new Map(attendees.map(({ id, name }) => [id, name]))
    return findSlots(attendees, ctx.now(), minutes, slotsShown).map((slot) => ({
      startsAt: slot.startsAt,
      notFree: slot.notFree.map((id) => names.get(id)!),
    }))
  })
}
