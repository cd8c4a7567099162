import { type Context, transact } from '../../../context.ts'
import { recordAccess } from '../../audit/record.ts'
import { findAccount } from '../../places/find-account.ts'
import { findFreeTimes } from '../../places/free/find-free-times.ts'
import { listTaken } from '../../places/free/list-taken.ts'
import { readSiteHours } from '../../places/read-site-hours.ts'
import type { Period } from '../../places/schema.ts'
import { type BestTime, bestTimes } from './best-times.ts'
import type { FindTimes } from './schema.ts'
import { listPeopleToMeet } from './sql.ts'
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
    const rows = await listPeopleToMeet(ctx.db, matchIds)
    const people = [...new Map(rows.map((person) => [person.id, person])).values()]
    const personIds = people.map(({ id }) => id)
    await recordAccess(ctx, 'person-listed', personIds)
    const { municipality } = rows[0]!
    const staffed = rows.some(({ lastMeeting }) => lastMeeting === null)
    const hours = await readSiteHours(ctx, { siteId, roomId, municipality, staffed })
    const site = siteId === undefined ? undefined : { id: siteId, staffed }
    const [account] = await findAccount(ctx, municipality, wanted.accountId)
    const needed = { personIds, site, roomId, accountId: account?.id }
    const free = await findFreeTimes(ctx, needed, minutes)
    const last = matchIds.length === 1 ? (rows[0]!.lastMeeting ?? undefined) : undefined
    const without = weekdaysWithout(free, { people, site: hours, minutes })
    const isTaken = without.some(({ reason }) => reason === 'taken')
    const taken = isTaken ? await listTaken(ctx, needed) : new Map<number, string[]>()
    return {
      best: bestTimes(free, minutes, last),
      free,
      without: without.map((one) =>
        one.reason === 'taken' ? { ...one, names: taken.get(one.weekday) ?? [] } : one,
      ),
    }
  })
}
