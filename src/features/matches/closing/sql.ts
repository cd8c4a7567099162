import type { Transaction } from 'kysely'
import type { DB, MatchSide } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** Whether somebody has asked for the end that a match waits for. */
export async function hasAsked(
  db: Tx,
  episode: { id: string; closingRecordedAt: Temporal.Instant | null },
  side: MatchSide,
): Promise<boolean> {
  const found = await db
    .selectFrom('matchEvent')
    .select('id')
    .where('episodeId', '=', episode.id)
    .where('kind', '=', 'closing')
    .where('side', '=', side)
    .where('recordedAt', '>=', episode.closingRecordedAt)
    .executeTakeFirst()
  return found !== undefined
}

/** A mentor's taken places: open matches and open offers. */
export async function countTakenPlaces(db: Tx, mentorId: string): Promise<number> {
  const matches = await db
    .selectFrom('match')
    .select('id')
    .where('mentorId', '=', mentorId)
    .where('state', '<>', 'closed')
    .execute()
  const offers = await db
    .selectFrom('proposal')
    .select('id')
    .where('mentorId', '=', mentorId)
    .where('state', '=', 'offered')
    .execute()
  return matches.length + offers.length
}
