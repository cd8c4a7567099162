import { actorName, type Context, transact } from '../../../context.ts'
import { lockMatches } from '../../../db/lock-pairs.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { recordEvents } from '../../audit/record.ts'
import { book } from '../../places/book.ts'
import { arrangeMeeting } from './arrange.ts'
import type { PlanMeeting } from './schema.ts'
import { insertMeeting, readMatchesToMeet } from './sql.ts'

type Matches = Awaited<ReturnType<typeof readMatchesToMeet>>

/**
 * Plans a meeting of one or more pairs and invites everyone in their own language, with a calendar
 * file. A meeting that is the first of one of the pairs is a match meeting. Refuses what
 * `arrangeMeeting` and `book` refuse.
 */
export async function planMeeting(ctx: Context, command: PlanMeeting): Promise<string> {
  return transact(ctx, async (ctx) => {
    const matchIds = [...new Set(command.matchIds)].sort()
    await lockMatches(ctx.db, matchIds)
    const matches = await readMatchesToMeet(ctx.db, matchIds)
    const { municipality, programmeId } = matches[0]!
    const personIds = peopleOf(matches)
    const isMatchMeeting = matches.some(({ lastMeeting }) => lastMeeting === null)
    const { meeting, holders } = await arrangeMeeting(
      ctx,
      { municipality, isMatchMeeting, personIds, pairs: matches },
      command,
    )
    const meetingId = await insertMeeting(
      ctx.db,
      {
        ...meeting,
        municipality,
        programmeId,
        type: isMatchMeeting ? 'match_meeting' : 'meeting',
        createdBy: actorName(ctx.actor),
        createdAt: ctx.now(),
      },
      { matchIds, personIds },
    )
    await book(ctx, { municipality, meetingId }, meeting, holders)
    const about = { municipality, subjectId: meetingId }
    for (const personId of personIds)
      await queueMail(ctx, { kind: 'meeting-invitation', to: { personId }, ...about })
    await recordEvents(
      ctx,
      personIds.map((personId) => ({ action: 'meeting-planned', personId, ...about })),
    )
    return meetingId
  })
}

function peopleOf(matches: Matches): string[] {
  const all = matches.flatMap(({ mentorPersonId, menteePersonId }) => [
    mentorPersonId,
    menteePersonId,
  ])
  return [...new Set(all)].sort()
}
