import { type Context, transact } from '../../../context.ts'
import { recordAccess } from '../../audit/record.ts'
import { findAccount } from '../../places/find-account.ts'
import { findPlace } from '../../places/find-place.ts'
import { findFreeTimes } from '../../places/free/find-free-times.ts'
import { listTaken } from '../../places/free/list-taken.ts'
import { readSiteHours } from '../../places/read-site-hours.ts'
import type { Period } from '../../places/schema.ts'
import { type BestTime, bestTimes } from './best-times.ts'
import type { FindTimes } from './schema.ts'
import { countWithMeeting, findLastMeeting, listPeopleWithHours, readMatchesToMeet } from './sql.ts'
import { type WeekdayWithout, weekdaysWithout } from './weekdays-without.ts'

export interface Times {
  best: BestTime[]
  free: Period[]
  without: WeekdayWithout[]
}

/**
 * When the given pairs can meet in the next eight weeks: the three best times, all free ones, and
 * for each weekday without one, why.
 */
export async function findTimes(ctx: Context, wanted: FindTimes): Promise<Times> {
  return transact(ctx, async (ctx) => {
    const { match: matchIds, minutes, siteId, roomId } = wanted
    const matches = await readMatchesToMeet(ctx.db, matchIds)
    const personIds = [
      ...new Set(matches.flatMap((match) => [match.mentorPersonId, match.menteePersonId])),
    ]
    await recordAccess(ctx, 'person-listed', personIds)
    const { municipality } = matches[0]!
    const isMatchMeeting = (await countWithMeeting(ctx.db, matchIds)) < matches.length
    if (siteId !== undefined || roomId !== undefined)
      await findPlace(ctx, { municipality, isMatchMeeting }, { siteId, roomId })
    const site = siteId === undefined ? undefined : { id: siteId, staffed: isMatchMeeting }
    const [account] = await findAccount(ctx, municipality, wanted.accountId)
    const needed = { personIds, site, roomId, accountId: account?.id }
    const free = await findFreeTimes(ctx, needed, minutes)
    const [only, ...more] = matchIds
    const last = more.length === 0 ? await findLastMeeting(ctx.db, only!) : undefined
    const people = await listPeopleWithHours(ctx.db, personIds)
    const hours = site && (await readSiteHours(ctx, site))
    const without = weekdaysWithout(free, { people, site: hours, minutes })
    const isTaken = without.some(({ reason }) => reason === 'taken')
    const taken = isTaken ? await listTaken(ctx, needed) : new Map<number, string[]>()
    return {
      best: bestTimes(free, minutes, last?.startsAt),
      free,
      without: without.map((one) =>
        one.reason === 'taken' ? { ...one, names: taken.get(one.weekday) ?? [] } : one,
      ),
    }
  })
}
