import type { Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'
import { meetings } from '../sql.ts'
import type { Part } from './schema.ts'

type Tx = Transaction<DB>

/** One more than the limit, when there are more; after a row of the same part. */
export async function listMeetings(
  db: Tx,
  {
    show,
    now,
    limit,
    after,
  }: {
    show: Part
    now: Temporal.Instant
    limit: number
    after: { at: Temporal.Instant; id: string } | undefined
  },
) {
  const isBackwards = show === 'past'
  return meetings(db)
    .where('meeting.state', show === 'past' ? '<>' : '=', 'scheduled')
    .$if(show === 'to_record', (query) => query.where('meeting.startsAt', '<=', now))
    .$if(show === 'coming', (query) => query.where('meeting.startsAt', '>', now))
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('meeting.startsAt', 'meeting.id'),
          isBackwards ? '<' : '>',
          tuple(after!.at, after!.id),
        ),
      ),
    )
    .orderBy('meeting.startsAt', isBackwards ? 'desc' : 'asc')
    .orderBy('meeting.id', isBackwards ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute()
}
