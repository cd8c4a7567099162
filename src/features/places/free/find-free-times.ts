import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import type { Period } from '../schema.ts'
import { listFreeTimes, type Needed } from './sql.ts'

const daysAhead = 56

/** The eight weeks from tomorrow on: early enough that everybody sees the invitation. */
export function weeksAhead(now: Temporal.Instant): Period {
  const tomorrow = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 })
  return {
    startsAt: tomorrow.toZonedDateTime(zone).toInstant(),
    endsAt: tomorrow.add({ days: daysAhead }).toZonedDateTime(zone).toInstant(),
  }
}

/** When everybody and everything that is needed is free for so long, in the next eight weeks. */
export async function findFreeTimes(
  ctx: Context,
  needed: Needed,
  minutes: number,
): Promise<Period[]> {
  return transact(ctx, ({ db, now }) => listFreeTimes(db, needed, weeksAhead(now()), minutes))
}
