import type { Work } from '../../../context.ts'
import { firstName } from '../../../locales/first-name.ts'
import type { Composer } from '../../../mail/message.ts'
import type { MailRow } from '../../../mail/sql.ts'
import { openLink } from '../../accounts/links/open-link.ts'
import { detailsOf, findCancelled, findNews, isOn } from './find-news.ts'
import { meetingCancellation, meetingInvitation, meetingMove, meetingReminder } from './mails.ts'
import { findMeeting, listOthers, type MeetingForOne } from './sql.ts'

/** The meeting's own start ends a link, also when it is moved; none is planned further ahead. */
const linkLasts = Temporal.Duration.from({ hours: 24 * 400 })

/**
 * Tells one person how a meeting stands for them, whatever the mail was queued for: it invites, moves
 * or cancels by what they were told before. Sends nothing to a person who knows. One that cancels takes
 * with it all else that is off: four meetings that end at once are one mail.
 */
export const composeMeetingChange: Composer = async (ctx, mail, site) => {
  const found = await findNews(ctx, mail, mail.subjectId!)
  if (found === undefined) return undefined
  const { meeting, news } = found
  if (news.kind === 'meeting-cancelled') return meetingCancellation(await findCancelled(ctx, mail))
  const more = await forReader(ctx, mail, meeting, site)
  return news.kind === 'meeting-invitation'
    ? meetingInvitation(meeting, more)
    : meetingMove(meeting, news.before, more)
}

/** Reminds one person of a meeting, unless it is off, begun, or was moved since. */
export const composeMeetingReminder: Composer = async (ctx, mail, site) => {
  const meeting = await findMeeting(ctx.db, mail.subjectId!, mail.personId!)
  if (meeting === undefined || !isOn(meeting)) return undefined
  const { startsAt, movedAt } = meeting
  const isLate = Temporal.Instant.compare(startsAt, ctx.now()) <= 0
  const isOfBefore = movedAt !== null && Temporal.Instant.compare(mail.createdAt, movedAt) < 0
  if (isLate || isOfBefore) return undefined
  return meetingReminder(detailsOf(meeting), await forReader(ctx, mail, meeting, site))
}

/** Whom the reader meets, and the link for their answer. */
async function forReader(
  ctx: Work,
  mail: MailRow,
  { id: meetingId, municipality }: MeetingForOne,
  { baseUrl }: { baseUrl: string },
) {
  const personId = mail.personId!
  const link = { purpose: 'meeting', municipality, personId, meetingId, lasts: linkLasts } as const
  const others = await listOthers(ctx.db, meetingId, personId)
  return {
    others: others.map(firstName),
    answerLink: `${baseUrl}/m/${await openLink(ctx, link)}`,
  }
}
