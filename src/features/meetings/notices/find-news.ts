import type { Work } from '../../../context.ts'
import type { MailRow } from '../../../mail/sql.ts'
import type { Cancelled } from './mails.ts'
import { type Details, isStillTrue, type News, newsOf } from './news.ts'
import {
  findMeeting,
  findSaid,
  findTold,
  keepNotice,
  listMeetingsTold,
  type MeetingForOne,
} from './sql.ts'

interface Found {
  meeting: MeetingForOne
  news: News
}

/** What a mail has to tell its reader of a meeting, which is kept as told. */
export async function findNews(
  ctx: Work,
  mail: MailRow,
  meetingId: string,
): Promise<Found | undefined> {
  const found = await readNews(ctx, mail, meetingId)
  if (found !== undefined) await keepAsTold(ctx, mail, found)
  return found
}

/**
 * Every meeting that is off and of which the reader of a mail was told only that it takes place, the next
 * first. They are kept as told by this mail, and other news of them and of other meetings are not.
 */
export async function findCancelled(ctx: Work, mail: MailRow): Promise<Cancelled[]> {
  const off: Cancelled[] = []
  for (const meetingId of await listMeetingsTold(ctx.db, mail.personId!, ctx.now())) {
    const found = await readNews(ctx, mail, meetingId)
    if (found?.news.kind !== 'meeting-cancelled') continue
    await keepAsTold(ctx, mail, found)
    off.push({ meeting: found.meeting, before: found.news.before })
  }
  return off.sort((a, b) => Temporal.Instant.compare(a.before.startsAt, b.before.startsAt))
}

/**
 * A mail that may have arrived says the same again, or nothing: a reader who has it would not see another
 * text under its number.
 */
async function readNews(ctx: Work, mail: MailRow, meetingId: string): Promise<Found | undefined> {
  const personId = mail.personId!
  const meeting = await findMeeting(ctx.db, meetingId, personId)
  if (meeting === undefined) return undefined
  const details = isOn(meeting) ? detailsOf(meeting) : undefined
  const said = mail.leftAt === null ? undefined : await findSaid(ctx.db, mail.id, meetingId)
  if (said !== undefined && !isStillTrue(details, said)) return undefined
  const told = await findTold(ctx.db, { meetingId, personId, except: mail.id })
  const news = newsOf(details, told, ctx.now())
  return news && { meeting, news }
}

async function keepAsTold(ctx: Work, mail: MailRow, { meeting, news }: Found): Promise<void> {
  const isOff = news.kind === 'meeting-cancelled'
  const { startsAt, endsAt, place } = isOff ? news.before : detailsOf(meeting)
  await keepNotice(ctx.db, {
    ...{ municipality: meeting.municipality, mailId: mail.id, meetingId: meeting.id },
    ...{ personId: mail.personId!, takesPlace: !isOff, startsAt, endsAt, place },
  })
}

/** Whether the meeting takes place, and with the reader. */
export function isOn({ state, takesPart }: MeetingForOne): boolean {
  return state === 'scheduled' && takesPart !== null
}

export function detailsOf({ startsAt, endsAt, venue }: MeetingForOne): Details {
  return { startsAt, endsAt, place: venue }
}
