import { actorName, type Context, transact } from '../../../context.ts'
import { lockMatches } from '../../../db/lock-pairs.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { onTheWall } from '../../places/wall-time.ts'
import { hasMeetingOn, insertMeeting, readMatchesToMeet } from './sql.ts'

interface Logged {
  day: Temporal.PlainDate
  minutes: number
  /** When the two became a pair, which may have been late on that day. */
  notBefore?: Temporal.Instant | undefined
}

/**
 * Keeps that a pair met on a day, without having planned it here; who was there is recorded next.
 * Refuses a day to come, and one on which the pair has a meeting already.
 */
export async function logMeeting(
  ctx: Context,
  matchId: string,
  { day, minutes, notBefore }: Logged,
): Promise<string> {
  return transact(ctx, async (ctx) => {
    await lockMatches(ctx.db, [matchId])
    const [match] = await readMatchesToMeet(ctx.db, [matchId])
    const { municipality, programmeId, mentorPersonId, menteePersonId, lastMeeting } = match!
    const now = ctx.now()
    if (Temporal.PlainDate.compare(day, now.toZonedDateTimeISO(zone).toPlainDate()) > 0)
      throw new Problem('invalid-input', { fields: [{ pointer: '/day', code: 'future' }] })
    if (await hasMeetingOn(ctx.db, matchId, day)) throw new Problem('already-exists')
    const startsAt = momentOf(day, notBefore, now)
    return insertMeeting(
      ctx.db,
      {
        ...{ municipality, programmeId, place: 'elsewhere', placeText: '–' },
        type: lastMeeting === null ? 'match_meeting' : 'meeting',
        ...onTheWall(startsAt),
        endsAt: startsAt.add({ minutes }),
        ...{ createdBy: actorName(ctx.actor), createdAt: now },
      },
      { matchIds: [matchId], personIds: [mentorPersonId, menteePersonId] },
    )
  })
}

/** Noon, unless the two were no pair yet at noon, or it has not come. */
function momentOf(
  day: Temporal.PlainDate,
  notBefore: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Temporal.Instant {
  const noon = day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
  const isThatDay = notBefore?.toZonedDateTimeISO(zone).toPlainDate().equals(day) === true
  const from = isThatDay && Temporal.Instant.compare(noon, notBefore) < 0 ? notBefore : noon
  return Temporal.Instant.compare(from, now) < 0 ? from : now
}
