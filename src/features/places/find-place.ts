import { type Context, transact } from '../../context.ts'
import { findSite } from '../../db/sites.ts'
import type { MeetingPlace } from '../../db/types.ts'
import { type FieldProblem, Problem } from '../../problems.ts'
import { findRoom, readMeetingPlaces } from './sql.ts'

interface Wanted {
  place?: MeetingPlace | undefined
  siteId?: string | undefined
  roomId?: string | undefined
  placeText?: string | undefined
}

interface Place {
  place: MeetingPlace
  siteId: string | null
  roomId: string | null
  placeText: string | null
}

/**
 * Where people of a municipality meet: a site of theirs and perhaps a room of it, online with the
 * programme's link, or elsewhere. Elsewhere is for pairs who have met already, where the programme
 * allows it.
 */
export async function findPlace(
  ctx: Context,
  { municipality, isMatchMeeting }: { municipality: string; isMatchMeeting: boolean },
  { place = 'site', siteId, roomId, placeText }: Wanted,
): Promise<Place> {
  return transact(ctx, async ({ db }) => {
    const nowhere = { place, siteId: null, roomId: null, placeText: null }
    const programme = await readMeetingPlaces(db, municipality)
    if (place === 'online') {
      if (programme.meetingLink === null) throw refused('/place', 'noMeetingLink')
      return { ...nowhere, placeText: programme.meetingLink }
    }
    if (place === 'elsewhere') {
      if (isMatchMeeting) throw refused('/place', 'matchMeetingPlace')
      if (!programme.meetsElsewhere) throw refused('/place', 'choice')
      if (placeText === undefined) throw refused('/placeText', 'required')
      return { ...nowhere, placeText }
    }
    if (siteId === undefined) throw refused('/siteId', 'required')
    if (!(await findSite(db, siteId, municipality))) throw refused('/siteId', 'choice')
    if (roomId !== undefined && !(await findRoom(db, siteId, roomId)))
      throw refused('/roomId', 'choice')
    return { place, siteId, roomId: roomId ?? null, placeText: null }
  })
}

function refused(pointer: string, code: FieldProblem['code']): Problem {
  return new Problem('invalid-input', { fields: [{ pointer, code }] })
}
