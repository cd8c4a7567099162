import { actorName, type Context, transact, type Work } from '../../../context.ts'
import { lockPairsOfMeeting } from '../../../db/lock-pairs.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { recordEvents } from '../../audit/record.ts'
import { withdrawQuestions } from '../../questions/settle.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import type { RecordMeeting } from '../schema.ts'
import { lockMeeting, type LockedMeeting, readMeeting } from '../sql.ts'
import { requireUnchanged } from '../state.ts'
import { outcomeOf, type PairPresence } from './outcome.ts'
import { insertRecord, listPairs, markAttendance, markRecorded } from './sql.ts'

/**
 * Who was there, which is everyone unless told otherwise, for how long, and the version that the
 * recorder saw.
 */
export type Presence = Partial<Pick<RecordMeeting, 'attendance' | 'minutes' | 'version'>>

/**
 * Records who was at a meeting, which decides whether it was held; returns who of each pair was
 * there. Refuses a meeting that has not begun or is already recorded, and a list that is not of its
 * participants.
 */
export async function recordMeeting(
  ctx: Context,
  id: string,
  presence: Presence,
): Promise<PairPresence[]> {
  return transact(ctx, async (ctx) => {
    await lockPairsOfMeeting(ctx.db, id)
    const meeting = await lockMeeting(ctx.db, id)
    const { version } = presence
    requireUnchanged(meeting, { states: ['scheduled'], version }, ctx.now())
    if (Temporal.Instant.compare(ctx.now(), meeting.startsAt) < 0) throw new Problem('too-early')
    return write(ctx, meeting, presence, 'meeting-recorded')
  })
}

/** Records anew who was at a meeting: the newest record counts, and the earlier ones stay. */
export async function correctRecord(
  ctx: Context,
  id: string,
  presence: Presence,
): Promise<PairPresence[]> {
  return transact(ctx, async (ctx) => {
    await lockPairsOfMeeting(ctx.db, id)
    const meeting = await lockMeeting(ctx.db, id)
    const { version } = presence
    requireUnchanged(meeting, { states: ['held', 'no_show'], version }, ctx.now())
    return write(ctx, meeting, presence, 'meeting-corrected')
  })
}

async function write(
  ctx: Work,
  { id, municipality, startsAt }: LockedMeeting,
  presence: Presence,
  action: 'meeting-recorded' | 'meeting-corrected',
): Promise<PairPresence[]> {
  const { participants } = await readMeeting(ctx.db, id)
  const everyone = participants.map((participant) => participant.id)
  const attendance = presence.attendance ?? everyone.map(wasPresent)
  const minutes = presence.minutes ?? null
  requireEveryone(attendance, everyone)
  for (const { personId, attendance: was } of attendance)
    await markAttendance(ctx.db, id, personId, was)
  const pairs = await listPairs(ctx.db, id)
  const recorded = {
    ...{ municipality, meetingId: id, minutes, outcome: outcomeOf(pairs) },
    happenedOn: startsAt.toZonedDateTimeISO(zone).toPlainDate(),
    recordedAt: ctx.now(),
    recordedBy: actorName(ctx.actor),
  }
  await insertRecord(ctx.db, recorded)
  await markRecorded(ctx.db, id, recorded)
  await withdrawQuestions(ctx, { meetingId: id }, ['outcome'])
  await resolveTasks(ctx, { meetingId: id, kinds: ['meeting_unrecorded'] })
  await recordEvents(
    ctx,
    everyone.map((personId) => ({ action, municipality, personId, subjectId: id })),
  )
  return pairs
}

/** Refuses a list that names somebody else, somebody twice, or not everyone. */
function requireEveryone(
  attendance: RecordMeeting['attendance'],
  everyone: readonly string[],
): void {
  const named = attendance.map(({ personId }) => personId)
  const refused = (code: 'choice' | 'repeated' | 'required') =>
    new Problem('invalid-input', { fields: [{ pointer: '/attendance', code }] })
  if (named.some((id) => !everyone.includes(id))) throw refused('choice')
  if (new Set(named).size < named.length) throw refused('repeated')
  if (named.length < everyone.length) throw refused('required')
}

function wasPresent(personId: string) {
  return { personId, attendance: 'present' } as const
}
