import type { ExpressionBuilder, Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { bothParties, party, wereBothThere } from '../../../db/parties.ts'
import type { DB, MatchState } from '../../../db/types.ts'

type Tx = Transaction<DB>

export interface Wanted {
  states: readonly MatchState[]
  /** Only these, or all but these. */
  only?: readonly string[]
  without?: readonly string[]
  /** The last match of the page before. */
  after?: { at: Temporal.Instant; id: string } | undefined
  limit: number
}

/** Matches with their latest episode, the newest first. */
export async function readMatches(db: Tx, wanted: Wanted, now: Temporal.Instant) {
  const { states, only, without = [], after, limit } = wanted
  if (only?.length === 0) return []
  return db
    .selectFrom('match')
    .innerJoin(party('mentor'), 'mentor.id', 'match.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'match.menteeId')
    .innerJoin('matchEpisode as episode', 'episode.matchId', 'match.id')
    .where('episode.number', '=', (eb) =>
      eb
        .selectFrom('matchEpisode')
        .select((max) => max.fn.max('number').as('number'))
        .whereRef('matchEpisode.matchId', '=', 'match.id'),
    )
    .select((eb) => [
      'match.id',
      'match.version',
      'match.state',
      'match.acceptedAt',
      'match.pausedUntil',
      'match.mentorId',
      'match.menteeId',
      'episode.number',
      'episode.openedOn',
      'episode.activeOn',
      'episode.closedOn',
      ...bothParties,
      agreedTopics(eb).as('agreements'),
      metLast(eb).as('metAt'),
      heardLast(eb).as('heardOn'),
      nextMeeting(eb, now).as('meetsAt'),
    ])
    .where('match.state', 'in', states)
    .$if(only !== undefined, (query) => query.where('match.id', 'in', only!))
    .$if(without.length > 0, (query) => query.where('match.id', 'not in', without))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('match.acceptedAt', 'match.id'), '<', eb.tuple(after!.at, after!.id)),
      ),
    )
    .orderBy('match.acceptedAt', 'desc')
    .orderBy('match.id', 'desc')
    .limit(limit)
    .execute()
}

export type MatchRow = Awaited<ReturnType<typeof readMatches>>[number]

function agreedTopics(eb: ExpressionBuilder<DB, 'match'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('agreement')
      .select('topic')
      .whereRef('agreement.matchId', '=', 'match.id')
      .orderBy('topic'),
  )
}

/** When both were at a meeting last. */
function metLast(eb: ExpressionBuilder<DB, 'match'>) {
  return eb
    .selectFrom('meeting')
    .innerJoin('meetingMatch', 'meetingMatch.meetingId', 'meeting.id')
    .select((meeting) => meeting.fn.max('meeting.startsAt').as('at'))
    .whereRef('meetingMatch.matchId', '=', 'match.id')
    .where('meeting.state', '=', 'held')
    .where(wereBothThere)
}

/** When a coordinator spoke with one of them last. */
function heardLast(eb: ExpressionBuilder<DB, 'match'>) {
  return eb
    .selectFrom('checkIn')
    .select((checkIn) => checkIn.fn.max('checkIn.happenedOn').as('on'))
    .whereRef('checkIn.matchId', '=', 'match.id')
}

function nextMeeting(eb: ExpressionBuilder<DB, 'match'>, now: Temporal.Instant) {
  return eb
    .selectFrom('meeting')
    .innerJoin('meetingMatch', 'meetingMatch.meetingId', 'meeting.id')
    .select((meeting) => meeting.fn.min('meeting.startsAt').as('at'))
    .whereRef('meetingMatch.matchId', '=', 'match.id')
    .where('meeting.state', '=', 'scheduled')
    .where('meeting.endsAt', '>', now)
}
