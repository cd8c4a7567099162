import type { Work } from '../../../context.ts'
import type { MeetingPlace } from '../../../db/types.ts'
import { zone } from '../../../locales/zone.ts'
import { type FieldProblem, Problem } from '../../../problems.ts'
import { requireMet } from '../../people/transitions/require-met.ts'
import { findAccount } from '../../places/find-account.ts'
import { refuseOutsideHours } from '../../places/free/refuse-outside-hours.ts'
import { findPlace } from '../../places/find-place.ts'
import type { Holder } from '../../places/schema.ts'
import { pointerOf, timeOf, type WallTime } from '../../places/wall-time.ts'
import { type Pair, requireAbleToMeet } from './require-able.ts'
import type { Arrangement } from './schema.ts'

/** Who is to meet. */
export interface Party {
  municipality: string
  /** Whether it is the first meeting of one of the pairs. */
  isMatchMeeting: boolean
  pairs: readonly (Pair & { mentorId: string })[]
  personIds: readonly string[]
}

/** What was arranged: the columns of the meeting, and who and what it takes up. */
export interface Arranged {
  meeting: WallTime & {
    endsAt: Temporal.Instant
    place: MeetingPlace
    siteId: string | null
    roomId: string | null
    placeText: string | null
    accountId: string | null
    interpreter: boolean
    childCare: boolean
  }
  holders: Holder[]
}

/**
 * Decides whether the party can meet as is wanted, for a plan and a move alike. Refuses a time that
 * has passed, is more than a year ahead or is not on the clocks; pairs that are over and people who
 * have stopped or are paused that day; a place that is not the
 * programme's, or is closed then; a mentor who lacks a requirement that day; and a time outside
 * somebody's weekly hours, unless it was agreed by telephone. Who is booked is found by booking.
 */
export async function arrangeMeeting(
  ctx: Work,
  party: Party,
  wanted: Arrangement,
): Promise<Arranged> {
  const when = timeOf(wanted)
  const { startsAt } = when
  requireSoon(ctx.now(), wanted, startsAt)
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate()
  requireAbleToMeet(party.pairs, day)
  const period = { startsAt, endsAt: startsAt.add({ minutes: wanted.minutes }) }
  const where = await findPlace(ctx, party, wanted)
  for (const { mentorId } of party.pairs) await requireMet(ctx, { id: mentorId }, day)
  await refuseOutsideHours(ctx, period, {
    personIds: wanted.agreedByPhone === true ? [] : party.personIds,
    site: where.siteId === null ? undefined : { id: where.siteId, staffed: party.isMatchMeeting },
    pointer: pointerOf(wanted),
  })
  const account = await findAccount(ctx, party.municipality, wanted.accountId)
  const room: Holder[] = where.roomId === null ? [] : [{ kind: 'room', id: where.roomId }]
  const people = party.personIds.map((id): Holder => ({ kind: 'person', id }))
  return {
    meeting: {
      ...when,
      ...where,
      endsAt: period.endsAt,
      accountId: account[0]?.id ?? null,
      interpreter: wanted.interpreter ?? false,
      childCare: wanted.childCare ?? false,
    },
    holders: [...people, ...account, ...room],
  }
}

function requireSoon(now: Temporal.Instant, wanted: Arrangement, startsAt: Temporal.Instant): void {
  const pointer = pointerOf(wanted)
  if (Temporal.Instant.compare(startsAt, now) <= 0) throw refused({ pointer, code: 'past' })
  const latest = now.toZonedDateTimeISO(zone).add({ months: 12 }).toInstant()
  if (Temporal.Instant.compare(startsAt, latest) > 0)
    throw refused({ pointer, code: 'tooFarAhead' })
}

function refused(field: FieldProblem): Problem {
  return new Problem('invalid-input', { fields: [field] })
}
