import { type Context, transact } from '../../../context.ts'
import { listHolderNames } from '../sql.ts'
import { weeksAhead } from './find-free-times.ts'
import { listTakenOn, type Needed } from './sql.ts'

/** The names of who and what is booked, away or closed in the next eight weeks, by weekday. */
export async function listTaken(ctx: Context, needed: Needed): Promise<Map<number, string[]>> {
  return transact(ctx, async ({ db, now }) => {
    const taken = await listTakenOn(db, needed, weeksAhead(now()))
    const holders = [...new Set(taken.map(({ holder }) => holder))]
    const names = await listHolderNames(db, holders)
    const byWeekday = Map.groupBy(taken, ({ weekday }) => weekday)
    return new Map(
      [...byWeekday].map(([weekday, rows]) => [
        weekday,
        rows.flatMap(({ holder }) => names.get(holder) ?? []).sort(),
      ]),
    )
  })
}
