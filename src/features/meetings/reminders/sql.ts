import type { Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** Planned meetings that begin within a window and have somebody who is not reminded yet. */
export async function listMeetingsToRemind(
  db: Tx,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting')
    .select('id')
    .where('state', '=', 'scheduled')
    .where('startsAt', '>', from)
    .where('startsAt', '<=', to)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('participant')
          .select('personId')
          .whereRef('participant.meetingId', '=', 'meeting.id')
          .where('participant.remindedAt', 'is', null),
      ),
    )
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Participants of a planned meeting who are not reminded yet, and were told of it before a moment. */
export async function listToRemind(
  db: Tx,
  meetingId: string,
  before: Temporal.Instant,
): Promise<string[]> {
  const rows = await db
    .selectFrom('participant')
    .innerJoin('meeting', 'meeting.id', 'participant.meetingId')
    .select('participant.personId')
    .where('meeting.id', '=', meetingId)
    .where('meeting.state', '=', 'scheduled')
    .where('participant.remindedAt', 'is', null)
    .where((eb) =>
      eb(eb.fn.coalesce('meeting.movedAt', 'meeting.createdAt'), '<=', before).and(
        eb.not(
          eb.exists(
            eb
              .selectFrom('meetingNotice')
              .innerJoin('mail', 'mail.id', 'meetingNotice.mailId')
              .select('mail.id')
              .whereRef('meetingNotice.meetingId', '=', 'meeting.id')
              .whereRef('meetingNotice.personId', '=', 'participant.personId')
              .where('mail.createdAt', '>', before),
          ),
        ),
      ),
    )
    .orderBy('participant.personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

export async function markReminded(
  db: Tx,
  meetingId: string,
  personIds: readonly string[],
  at: Temporal.Instant,
) {
  if (personIds.length === 0) return
  await db
    .updateTable('participant')
    .set({ remindedAt: at })
    .where('meetingId', '=', meetingId)
    .where('personId', 'in', personIds)
    .execute()
}
