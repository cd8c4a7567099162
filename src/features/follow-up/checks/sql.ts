import { type Insertable, sql, type Transaction } from 'kysely'
import { inScope } from '../../../db/scope/in-scope.ts'
import type { DB, MatchCheck, MatchCheckKind } from '../../../db/types.ts'

type Tx = Transaction<DB>

interface FollowedMatch {
  id: string
  municipality: string
  followUp: unknown
  asksToGoOn: boolean
  metAt: Temporal.Instant | null
  activeOn: Temporal.PlainDate | null
  resumedOn: Temporal.PlainDate | null
  /** The checks that come once in an episode and have been made in this one. */
  madeOnce: MatchCheckKind[]
}

/** Running pairs with what their checks are counted from, all or one. */
export async function listFollowed(db: Tx, matchId: string | null = null) {
  const { rows } = await sql<FollowedMatch>`
    select match.id, match.municipality, programme.follow_up, programme.asks_to_go_on, episode.active_on,
      (select max(happened_on) from match_event where ${inScope('match_event')}
        and match_event.episode_id = episode.id and kind = 'resumed') as resumed_on,
      (select min(meeting.ends_at) from meeting_match
        join meeting on meeting.id = meeting_match.meeting_id
        where ${inScope('meeting_match')} and ${inScope('meeting')}
        and meeting_match.match_id = match.id and meeting.state = 'held'
        and meeting.starts_at >= episode.opened_recorded_at
        and 2 = (select count(*) from participant
          join enrolment on enrolment.person_id = participant.person_id
          where ${inScope('participant')} and ${inScope('enrolment')}
          and participant.meeting_id = meeting.id and participant.attendance = 'present'
          and enrolment.id in (match.mentor_id, match.mentee_id))) as met_at,
      array(select kind::text from match_check where ${inScope('match_check')}
        and match_check.match_id = match.id and kind <> 'contact'
        and match_check.created_at >= episode.opened_recorded_at) as made_once
    from match
    join programme on programme.id = match.programme_id
    join match_episode as episode on episode.match_id = match.id and episode.closed_on is null
    where ${inScope('match')} and ${inScope('programme')} and ${inScope('episode', 'match_episode')}
      and match.state in ('accepted', 'active')
      and (match.id = ${matchId}::uuid or ${matchId}::uuid is null)
    order by match.id`.execute(db)
  return rows
}

/** Locked: otherwise a check could be made while the pair is paused or closed. */
export async function lockMatch(db: Tx, id: string): Promise<void> {
  await db.selectFrom('match').select('id').where('id', '=', id).forUpdate().execute()
}

/** The first check-in of a pair in a time. */
export async function findCheckIn(
  db: Tx,
  matchId: string,
  from: Temporal.PlainDate,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('checkIn')
    .select('id')
    .where('matchId', '=', matchId)
    .where('happenedOn', '>=', from)
    .orderBy('happenedOn')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** Inserts a check; false when it is there. */
export async function insertCheck(db: Tx, check: Insertable<MatchCheck>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('matchCheck')
    .values(check)
    .onConflict((conflict) => conflict.columns(['matchId', 'kind', 'dueBy']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Marks what was due on the day of a check-in as answered by it. */
export async function answerChecks(
  db: Tx,
  checkIn: { id: string; matchId: string; happenedOn: Temporal.PlainDate },
): Promise<void> {
  await db
    .updateTable('matchCheck')
    .set({ checkInId: checkIn.id })
    .where('matchId', '=', checkIn.matchId)
    .where('checkInId', 'is', null)
    .where('dueFrom', '<=', checkIn.happenedOn)
    .execute()
}

/** The checks of a pair that are due, the most urgent first. */
export async function listDueChecks(db: Tx, matchId: string) {
  return db
    .selectFrom('matchCheck')
    .select(['kind', 'dueFrom', 'dueBy'])
    .where('matchId', '=', matchId)
    .where('checkInId', 'is', null)
    .orderBy('dueBy')
    .orderBy('id')
    .execute()
}

/** Pairs that are paused or closed and have an unanswered check. */
export async function listResting(db: Tx): Promise<string[]> {
  const rows = await db
    .selectFrom('matchCheck')
    .innerJoin('match', 'match.id', 'matchCheck.matchId')
    .select('match.id')
    .distinct()
    .where('match.state', 'not in', ['accepted', 'active'])
    .where('matchCheck.checkInId', 'is', null)
    .orderBy('match.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Deletes the checks of a resting pair whose time is not over: nobody has missed them. */
export async function deleteChecksAhead(
  db: Tx,
  matchId: string,
  today: Temporal.PlainDate,
): Promise<void> {
  await db
    .deleteFrom('matchCheck')
    .where('matchId', '=', matchId)
    .where('checkInId', 'is', null)
    .where('dueBy', '>=', today)
    .execute()
}
