import { actorName, type Context, transact } from '../../../context.ts'
import { lockMatches } from '../../../db/lock-pairs.ts'
import { findSite } from '../../../db/sites.ts'
import { zone } from '../../../locales/zone.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { Problem } from '../../../problems.ts'
import { requireMet } from '../../people/transitions/require-met.ts'
import { recordEvents } from '../../audit/record.ts'
import { book, bookableAccount } from '../../places/book.ts'
import { requireAbleToMeet } from './require-able.ts'
import type { PlanMeeting } from './schema.ts'
import { notFree } from './slots.ts'
import { countMeetings, insertMeeting, readAttendees, readMatchesToMeet } from './sql.ts'

/**
 * Plans a meeting of one or more pairs and invites everyone in their own language, with a calendar
 * file. A pair's first meeting is its match meeting. Refuses a past time, a site of another
 * municipality, a pair that is over, somebody who is suspended or paused that day, a mentor who
 * lacks a requirement that day, and a time at which a participant is not free.
 */
export async function planMeeting(ctx: Context, command: PlanMeeting): Promise<string> {
  return transact(ctx, async (ctx) => {
    const { startsAt, minutes, siteId } = command
    const matchIds = [...new Set(command.matchIds)].sort()
    if (Temporal.Instant.compare(startsAt, ctx.now()) <= 0) throw refused('/startsAt', 'past')
    await lockMatches(ctx.db, matchIds)
    const matches = await readMatchesToMeet(ctx.db, matchIds)
    const { municipality, programmeId } = matches[0]!
    if (!(await findSite(ctx.db, siteId, municipality))) throw refused('/siteId', 'choice')
    const personIds = [
      ...new Set(matches.flatMap((match) => [match.mentorPersonId, match.menteePersonId])),
    ].sort()
    const day = startsAt.toZonedDateTimeISO(zone).toPlainDate()
    requireAbleToMeet(matches, day)
    for (const { mentorId } of matches) await requireMet(ctx, { id: mentorId }, day)
    const attendees = (await readAttendees(ctx.db, personIds)).map(({ away, ...person }) => ({
      ...person,
      busy: away,
    }))
    if (notFree(attendees, startsAt, minutes).length > 0) throw new Problem('not-free')
    const account = await bookableAccount(ctx)
    const endsAt = startsAt.add({ minutes })
    const isFirst = (await countMeetings(ctx.db, matchIds)) === 0
    const meetingId = await insertMeeting(
      ctx.db,
      {
        municipality,
        programmeId,
        type: isFirst ? 'match_meeting' : 'meeting',
        startsAt,
        endsAt,
        localStart: startsAt.toZonedDateTimeISO(zone).toPlainDateTime(),
        zone,
        siteId,
        accountId: account[0]?.id ?? null,
        createdBy: actorName(ctx.actor),
        createdAt: ctx.now(),
      },
      { matchIds, personIds },
    )
    const people = personIds.map((id) => ({ kind: 'person', id }) as const)
    await book(ctx, { municipality, meetingId }, { startsAt, endsAt }, [...people, ...account])
    for (const personId of personIds)
      await queueMail(ctx, {
        kind: 'meeting-invitation',
        municipality,
        to: { personId },
        subjectId: meetingId,
      })
    await recordEvents(
      ctx,
      personIds.map((personId) => ({
        action: 'meeting-planned',
        municipality,
        personId,
        subjectId: meetingId,
      })),
    )
    return meetingId
  })
}

function refused(pointer: string, code: 'past' | 'choice'): Problem {
  return new Problem('invalid-input', { fields: [{ pointer, code }] })
}
