import type { z } from 'zod'
import { zone } from '../../locales/zone.ts'
import type { ListedMatch } from './list/list-matches.ts'
import type { MatchView } from './schema.ts'

/** The day of the last contact: both met, or a coordinator spoke with one of them. */
export function lastContact(match: Pick<ListedMatch, 'metAt' | 'heardOn'>) {
  const metOn = match.metAt?.toZonedDateTimeISO(zone).toPlainDate()
  const days = [metOn, match.heardOn].filter((day) => day !== undefined && day !== null)
  return days.toSorted(Temporal.PlainDate.compare).at(-1) ?? null
}

export function matchView(match: ListedMatch): z.input<typeof MatchView> {
  const { id, version, state, risks } = match
  return {
    ...{ id, version, state, risks },
    mentor: { enrolmentId: match.mentorId, name: match.mentorName },
    mentee: { enrolmentId: match.menteeId, name: match.menteeName },
    acceptedAt: match.acceptedAt.toString(),
    activeOn: match.activeOn?.toString() ?? null,
    pausedUntil: match.pausedUntil?.toString() ?? null,
    nextMeetingAt: match.meetsAt?.toString() ?? null,
    lastContactOn: lastContact(match)?.toString() ?? null,
    agreements: match.agreements.map(({ topic }) => topic),
  }
}
