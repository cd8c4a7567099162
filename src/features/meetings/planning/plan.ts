import { actorName, type Context, transact, type Work } from '../../../context.ts'
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
    const { party, programmeId, matchIds, meeting, holders } = await prepare(ctx, command)
    const { municipality, isMatchMeeting, personIds } = party
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

/** Refuses what planning would refuse, but for who is booked. Plans nothing. */
export async function requirePlannable(ctx: Context, command: PlanMeeting): Promise<void> {
  await transact(ctx, (ctx) => prepare(ctx, command))
}

async function prepare(ctx: Work, command: PlanMeeting) {
  const matchIds = [...new Set(command.matchIds)].sort()
  await lockMatches(ctx.db, matchIds)
  const matches = await readMatchesToMeet(ctx.db, matchIds)
  const { municipality, programmeId } = matches[0]!
  const party = {
    ...{ municipality, personIds: peopleOf(matches), pairs: matches },
    isMatchMeeting: matches.some(({ lastMeeting }) => lastMeeting === null),
  }
  return { party, programmeId, matchIds, ...(await arrangeMeeting(ctx, party, command)) }
}

function peopleOf(matches: Matches): string[] {
  const all = matches.flatMap(({ mentorPersonId, menteePersonId }) => [
    mentorPersonId,
    menteePersonId,
  ])
  return [...new Set(all)].sort()
}
