import type { Work } from '../../../context.ts'
import type { MailRow } from '../../../mail/sql.ts'
import { type Details, isStillTrue, type News, newsOf } from './news.ts'
import { findMeeting, findSaid, findTold, keepNotice, type MeetingForOne } from './sql.ts'

/**
 * What a mail has to tell its reader of a meeting, which is kept as told. A mail that may have arrived
 * says the same again, or nothing: a reader who has it would not see another text under its number.
 */
export async function findNews(
  ctx: Work,
  mail: MailRow,
  meetingId: string,
): Promise<{ meeting: MeetingForOne; news: News } | undefined> {
  const personId = mail.personId!
  const meeting = await findMeeting(ctx.db, meetingId, personId)
  if (meeting === undefined) return undefined
  const details = isOn(meeting) ? detailsOf(meeting) : undefined
  const said = mail.leftAt === null ? undefined : await findSaid(ctx.db, mail.id, meetingId)
  if (said !== undefined && !isStillTrue(details, said)) return undefined
  const told = await findTold(ctx.db, { meetingId, personId, except: mail.id })
  const news = newsOf(details, told, ctx.now())
  if (news === undefined) return undefined
  const { startsAt, endsAt, place } = news.kind === 'meeting-cancelled' ? news.before : details!
  await keepNotice(ctx.db, {
    ...{ municipality: meeting.municipality, mailId: mail.id, meetingId, personId },
    ...{ takesPlace: details !== undefined, startsAt, endsAt, place },
  })
  return { meeting, news }
}

/** Whether the meeting takes place, and with the reader. */
export function isOn({ state, takesPart }: MeetingForOne): boolean {
  return state === 'scheduled' && takesPart !== null
}

export function detailsOf({ startsAt, endsAt, venue }: MeetingForOne): Details {
  return { startsAt, endsAt, place: venue }
}
