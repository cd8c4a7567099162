import type { Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

export async function listEpisodes(db: Tx, matchId: string) {
  return db
    .selectFrom('matchEpisode')
    .selectAll()
    .where('matchId', '=', matchId)
    .orderBy('number', 'desc')
    .execute()
}

export async function listEvents(db: Tx, matchId: string) {
  return db
    .selectFrom('matchEvent')
    .innerJoin('matchEpisode', 'matchEpisode.id', 'matchEvent.episodeId')
    .selectAll('matchEvent')
    .select('matchEpisode.number')
    .where('matchEpisode.matchId', '=', matchId)
    .orderBy('matchEvent.recordedAt', 'desc')
    .orderBy('matchEvent.id', 'desc')
    .execute()
}

/** The meetings of a match, the latest first. */
export async function listMeetings(db: Tx, matchId: string) {
  return db
    .selectFrom('meeting')
    .innerJoin('meetingMatch', 'meetingMatch.meetingId', 'meeting.id')
    .select(['meeting.id', 'meeting.type', 'meeting.state', 'meeting.startsAt', 'meeting.endsAt'])
    .where('meetingMatch.matchId', '=', matchId)
    .orderBy('meeting.startsAt', 'desc')
    .orderBy('meeting.id')
    .execute()
}

export async function listAgreements(db: Tx, matchId: string) {
  return db
    .selectFrom('agreement')
    .select(['topic', 'agreedOn'])
    .where('matchId', '=', matchId)
    .orderBy('agreedOn')
    .orderBy('topic')
    .execute()
}

/** When the coordinators spoke with whom. */
export async function listCheckIns(db: Tx, matchId: string) {
  return db
    .selectFrom('checkIn')
    .select(['mentorId', 'menteeId', 'happenedOn', 'recordedAt'])
    .where('matchId', '=', matchId)
    .orderBy('happenedOn', 'desc')
    .orderBy('id')
    .execute()
}

export async function readPhones(db: Tx, matchId: string) {
  return db
    .selectFrom('match')
    .select(['mentorSharesPhone', 'menteeSharesPhone'])
    .where('id', '=', matchId)
    .executeTakeFirstOrThrow()
}
