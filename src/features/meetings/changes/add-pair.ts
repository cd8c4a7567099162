import { type Context, transact } from '../../../context.ts'
import { lockMatches } from '../../../db/lock-pairs.ts'
import { Problem } from '../../../problems.ts'
import { recordEvents } from '../../audit/record.ts'
import { book } from '../../places/book.ts'
import { tellOfChange } from '../notices/tell.ts'
import { arrangeMeeting } from '../planning/arrange.ts'
import { readMatchesToMeet } from '../planning/sql.ts'
import { raiseSequence } from '../sql.ts'
import { lockToChange } from './lock-to-change.ts'
import type { AddPair } from './schema.ts'
import { insertPair, listMatchIds, listPairs, markMatchMeeting } from './sql.ts'

const mostPairs = 20

/**
 * Adds a pair to a planned meeting and invites the two; nobody else is told. Refuses a pair that could
 * not be planned there.
 */
export async function addPair(ctx: Context, id: string, command: AddPair): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { version, matchId, agreedByPhone } = command
    await lockMatches(ctx.db, [...new Set([...(await listMatchIds(ctx.db, id)), matchId])])
    const meeting = await lockToChange(ctx, id, version)
    const { municipality, startsAt, endsAt } = meeting
    const { matchIds, personIds } = await listPairs(ctx.db, id)
    if (matchIds.includes(matchId)) throw refused('repeated')
    if (matchIds.length >= mostPairs) throw refused('tooMany')
    const pairs = await readMatchesToMeet(ctx.db, [matchId])
    const [pair] = pairs
    if (pair?.municipality !== municipality || pair.programmeId !== meeting.programmeId)
      throw refused('choice')
    const isFirst = pair.lastMeeting === null
    const both = [pair.mentorPersonId, pair.menteePersonId]
    const coming = both.filter((personId) => !personIds.includes(personId))
    const { holders } = await arrangeMeeting(
      ctx,
      {
        ...{ municipality, pairs, personIds: coming },
        isMatchMeeting: isFirst || meeting.type === 'match_meeting',
      },
      {
        startsAt,
        minutes: Math.round(startsAt.until(endsAt).total('minutes')),
        place: meeting.place,
        siteId: meeting.siteId ?? undefined,
        roomId: meeting.roomId ?? undefined,
        placeText: meeting.place === 'elsewhere' ? (meeting.placeText ?? undefined) : undefined,
        accountId: 'none',
        agreedByPhone,
      },
    )
    const people = holders.filter(({ kind }) => kind === 'person')
    await book(ctx, { municipality, meetingId: id }, meeting, people)
    await insertPair(ctx.db, { municipality, meetingId: id, matchId }, coming)
    if (isFirst) await markMatchMeeting(ctx.db, id)
    await raiseSequence(ctx.db, id, ctx.now())
    await tellOfChange(ctx, meeting, coming)
    await recordEvents(
      ctx,
      both.map((personId) => ({
        ...({ action: 'meeting-joined', municipality, personId, subjectId: id } as const),
      })),
    )
  })
}

function refused(code: 'repeated' | 'tooMany' | 'choice'): Problem {
  const args = code === 'tooMany' ? { args: { max: mostPairs } } : {}
  return new Problem('invalid-input', { fields: [{ pointer: '/matchId', code, ...args }] })
}
