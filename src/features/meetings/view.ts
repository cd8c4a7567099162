import type { z } from 'zod'
import type { MeetingView } from './schema.ts'
import { shownState } from './state.ts'
import type { MeetingRow } from './sql.ts'

/** A meeting as the API shows it. */
export function meetingView(row: MeetingRow, now: Temporal.Instant): z.input<typeof MeetingView> {
  return {
    id: row.id,
    version: row.version,
    type: row.type,
    state: shownState(row, now),
    startsAt: row.startsAt.toString(),
    endsAt: row.endsAt.toString(),
    minutes: row.actualMinutes,
    localStart: row.localStart.toString({ smallestUnit: 'minute' }),
    place: row.place,
    siteId: row.siteId,
    roomId: row.roomId,
    venue: row.venue,
    accountId: row.accountId,
    interpreter: row.interpreter,
    childCare: row.childCare,
    matchIds: row.matches.map((match) => match.id),
    participants: row.participants.map((person) => ({
      personId: person.id,
      name: person.name,
      answer: person.answer,
      wishes: person.wishes,
      channel: person.answerChannel,
      fastAnswer: person.fastAnswer,
      attendance: person.attendance,
    })),
    cancellation:
      row.cancelledAt === null
        ? null
        : {
            at: row.cancelledAt.toString(),
            by: row.cancelledSide,
            reason: row.cancelledReason ?? 'other',
            noticeHours: row.noticeHours,
          },
  }
}
