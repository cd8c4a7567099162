import { type Actor, actingAs, type Context, transact } from '../../context.ts'
import { firstName } from '../../locales/first-name.ts'
import { formatList } from '../../locales/format.ts'
import { languageFor } from '../../locales/locale.ts'
import { type MailTranslate, translateMail } from '../../locales/translate.ts'
import { type CalendarEntry, calendarFeed } from '../../mail/calendar-file.ts'
import { Problem } from '../../problems.ts'
import { hashToken } from '../../web/session.ts'
import { interviewLasts } from '../requirements/schema.ts'
import type { Owner } from './owner.ts'
import { findFeed, listInterviews, listMeetings, readLanguage } from './sql.ts'

/** Long enough to look back, so that a calendar keeps last winter's meetings. */
const kept = Temporal.Duration.from({ hours: 365 * 24 })

/**
 * The appointments behind a secret address, as a calendar fetches them: meetings and interviews with
 * the same ids and versions as in the mails. It names others by their first names, and no reason.
 */
export async function readFeed(ctx: Context, token: string, host: string): Promise<string> {
  const system = actingAs(ctx, { kind: 'system' })
  const owner = await transact(system, (ctx) => findFeed(ctx.db, hashToken(token)))
  if (owner === undefined) throw new Problem('not-found')
  return transact(actingAs(ctx, actorOf(owner)), async (ctx) => {
    const t = translateMail(languageFor(await readLanguage(ctx.db, owner)))
    const since = ctx.now().subtract(kept)
    const meetings = await listMeetings(ctx.db, owner, since)
    const interviews = await listInterviews(ctx.db, owner, since)
    const entries = [
      ...meetings.map((meeting) => meetingEntry(t, owner, meeting)),
      ...interviews.map((interview) => interviewEntry(t, owner, interview)),
    ]
    return calendarFeed(t('calendar.name'), entries, host)
  })
}

function actorOf({ municipality, personId, accountId }: Owner): Actor {
  if (personId !== null) return { kind: 'person', id: personId, municipality }
  return { kind: 'staff', id: accountId, name: '', role: 'coordinator', municipality }
}

function meetingEntry(
  t: MailTranslate,
  { personId }: Owner,
  meeting: Awaited<ReturnType<typeof listMeetings>>[number],
): CalendarEntry {
  const { id, startsAt, endsAt, sequence, changedAt, createdAt, pairs } = meeting
  const others = pairs
    .flatMap((pair) => [
      { id: pair.mentorPersonId, name: pair.mentorName },
      { id: pair.menteePersonId, name: pair.menteeName },
    ])
    .filter((one) => one.id !== personId)
  return {
    id: `meeting-${id}`,
    isOff: meeting.state === 'cancelled',
    ...{ startsAt, endsAt, sequence },
    changedAt: changedAt ?? createdAt,
    summary: t('meeting-invitation.subject'),
    description: withNames(t, others),
    location: placeOf(meeting),
  }
}

function interviewEntry(
  t: MailTranslate,
  { personId }: Owner,
  interview: Awaited<ReturnType<typeof listInterviews>>[number],
): CalendarEntry {
  const { id, startsAt, sequence, changedAt, siteName, siteAddress } = interview
  return {
    id: `interview-${id}`,
    isOff: interview.state === 'cancelled',
    ...{ startsAt, sequence, changedAt },
    endsAt: startsAt.add(interviewLasts),
    summary: t('interview.subject'),
    description: personId === null ? withNames(t, [interview]) : '',
    location: `${siteName}, ${siteAddress}`,
  }
}

function withNames(t: MailTranslate, people: readonly { name: string }[]): string {
  const names = people.map(({ name }) => firstName(name))
  return names.length === 0 ? '' : t('calendar.with', { names: formatList(t.locale, names) })
}

/** A library or a link; a meeting elsewhere may be in a home, which no other program learns of. */
function placeOf(meeting: {
  place: 'site' | 'online' | 'elsewhere'
  placeText: string | null
  siteName: string | null
  siteAddress: string | null
}): string {
  if (meeting.place === 'site') return `${meeting.siteName}, ${meeting.siteAddress}`
  return meeting.place === 'online' ? (meeting.placeText ?? '') : ''
}
