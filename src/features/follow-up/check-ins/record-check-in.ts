import { actorName, type Context, transact } from '../../../context.ts'
import { listPersonIds } from '../../../db/parties.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { recordEvents } from '../../audit/record.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { answerChecks, listDueChecks } from '../checks/sql.ts'
import { checkTasks, type RecordCheckIn } from '../schema.ts'
import { insertCheckIn, lockMatch } from './sql.ts'

/**
 * Records that a coordinator spoke with one or both of a pair. It answers the checks that were due on
 * that day, and their tasks are done. Refuses a closed pair, and a day before there was a pair or
 * after today.
 */
export async function recordCheckIn(
  ctx: Context,
  matchId: string,
  given: RecordCheckIn,
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const { municipality, state, mentorId, menteeId, acceptedAt } = await lockMatch(ctx.db, matchId)
    if (state === 'closed') throw new Problem('state-conflict', { state })
    const today = dayOf(ctx.now())
    const { with: party, way, goes, note = null, happenedOn = today } = given
    requireWithin(happenedOn, dayOf(acceptedAt), today)
    const spokenWith = {
      mentorId: party === 'mentee' ? null : mentorId,
      menteeId: party === 'mentor' ? null : menteeId,
    }
    const by = { recordedAt: ctx.now(), recordedBy: actorName(ctx.actor) }
    const checkIn = { municipality, matchId, ...spokenWith, way, goes, note, happenedOn, ...by }
    const id = await insertCheckIn(ctx.db, checkIn)
    await answerChecks(ctx.db, { id, matchId, happenedOn })
    const due = (await listDueChecks(ctx.db, matchId)).map(({ kind }) => checkTasks[kind])
    const kinds = Object.values(checkTasks).filter((kind) => !due.includes(kind))
    await resolveTasks(ctx, { matchId, kinds })
    const people = await listPersonIds(
      ctx.db,
      [spokenWith.mentorId, spokenWith.menteeId].flatMap((party) => party ?? []),
    )
    const action = 'check-in-recorded'
    await recordEvents(
      ctx,
      people.map((personId) => ({ action, municipality, personId, subjectId: matchId })),
    )
    return id
  })
}

function requireWithin(
  day: Temporal.PlainDate,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): void {
  const code =
    Temporal.PlainDate.compare(day, first) < 0
      ? 'noPair'
      : Temporal.PlainDate.compare(day, last) > 0
        ? 'future'
        : undefined
  if (code !== undefined)
    throw new Problem('invalid-input', { fields: [{ pointer: '/happenedOn', code }] })
}

function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate()
}
