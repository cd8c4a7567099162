import { actorName, type Context, transact } from '../../../context.ts'
import { lockMatches } from '../../../db/lock-pairs.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { onTheWall } from '../../places/wall-time.ts'
import { hasMeetingOn, insertMeeting, readMatchesToMeet } from './sql.ts'

/**
 * Keeps that a pair met on a day, without having planned it here; who was there is recorded next.
 * Refuses a day to come, and one on which the pair has a meeting already.
 */
export async function logMeeting(
  ctx: Context,
  matchId: string,
  { day, minutes }: { day: Temporal.PlainDate; minutes: number },
): Promise<string> {
  return transact(ctx, async (ctx) => {
    await lockMatches(ctx.db, [matchId])
    const [match] = await readMatchesToMeet(ctx.db, [matchId])
    const { municipality, programmeId, mentorPersonId, menteePersonId } = match!
    const now = ctx.now()
    if (Temporal.PlainDate.compare(day, now.toZonedDateTimeISO(zone).toPlainDate()) > 0)
      throw new Problem('invalid-input', { fields: [{ pointer: '/day', code: 'future' }] })
    if (await hasMeetingOn(ctx.db, matchId, day)) throw new Problem('already-exists')
    const noon = day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
    const startsAt = Temporal.Instant.compare(noon, now) < 0 ? noon : now
    return insertMeeting(
      ctx.db,
      {
        ...{ municipality, programmeId, type: 'meeting', place: 'elsewhere', placeText: '–' },
        ...onTheWall(startsAt),
        endsAt: startsAt.add({ minutes }),
        ...{ createdBy: actorName(ctx.actor), createdAt: now },
      },
      { matchIds: [matchId], personIds: [mentorPersonId, menteePersonId] },
    )
  })
}
