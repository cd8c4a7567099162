import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { listDays, listHours, listRooms, readSite } from './sql.ts'

export interface SiteWithHours {
  id: string
  name: string
  address: string
  vulnerableArea: boolean
  version: number
  hoursConfirmed: boolean
  weekly: { day: number; opens: string; closes: string; staffed: boolean }[]
  /** Today's and later ones. */
  days: { day: Temporal.PlainDate; opens: boolean }[]
  rooms: { id: string; name: string }[]
}

/** A site with its hours, days and rooms. */
export async function readSiteWithHours(ctx: Context, id: string): Promise<SiteWithHours> {
  return transact(ctx, async ({ db, now }) => {
    const site = await readSite(db, id)
    const today = now().toZonedDateTimeISO(zone).toPlainDate()
    return {
      ...site,
      weekly: (await listHours(db, id)).map((one) => ({
        ...one,
        opens: one.opens.slice(0, 5),
        closes: one.closes.slice(0, 5),
      })),
      days: await listDays(db, id, today),
      rooms: await listRooms(db, id),
    }
  })
}
