import { type Context, transact } from '../../context.ts'
import { listSites } from '../../db/sites.ts'
import { listColleagues } from '../../db/colleagues.ts'
import { listRooms, readMeetingPlaces } from './sql.ts'

/** Where a municipality's pairs can meet, and which coordinators can take part. */
export interface MeetingPlaces {
  sites: { id: string; name: string; address: string; rooms: { id: string; name: string }[] }[]
  isOnline: boolean
  meetsElsewhere: boolean
  colleagues: { id: string; name: string }[]
}

export async function listMeetingPlaces(
  ctx: Context,
  municipality: string,
): Promise<MeetingPlaces> {
  return transact(ctx, async ({ db }) => {
    const sites = await listSites(db, municipality)
    const rooms = await listRooms(db, municipality)
    const programme = await readMeetingPlaces(db, municipality)
    return {
      sites: sites.map((site) => ({
        ...site,
        rooms: rooms.filter(({ siteId }) => siteId === site.id),
      })),
      isOnline: programme.meetingLink !== null,
      meetsElsewhere: programme.meetsElsewhere,
      colleagues: await listColleagues(db, municipality),
    }
  })
}
