import { type Context, transact } from '../../../context.ts'
import { listOpenTimes } from '../free/sql.ts'
import type { Period } from '../schema.ts'
import { listComing } from './sql.ts'

/**
 * The planned meetings at a site that its hours no longer cover: match meetings need staff, others
 * an open door.
 */
export async function listOutside(
  ctx: Context,
  siteId: string,
): Promise<{ id: string; startsAt: Temporal.Instant }[]> {
  return transact(ctx, async ({ db, now }) => {
    const coming = await listComing(db, siteId, now())
    const last = coming.at(-1)
    if (last === undefined) return []
    const period = { startsAt: now(), endsAt: last.startsAt.add({ hours: 24 }) }
    const staffed = await listOpenTimes(db, { id: siteId, staffed: true }, period)
    const open = await listOpenTimes(db, { id: siteId, staffed: false }, period)
    return coming.filter((meeting) => {
      const times = meeting.type === 'match_meeting' ? staffed : open
      return !times.some((time) => covers(time, meeting))
    })
  })
}

function covers(time: Period, { startsAt, endsAt }: Period): boolean {
  return (
    Temporal.Instant.compare(time.startsAt, startsAt) <= 0 &&
    Temporal.Instant.compare(endsAt, time.endsAt) <= 0
  )
}
