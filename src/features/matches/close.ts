import { type Context, transact } from '../../context.ts'
import type { GoalsReached, MatchKind, MatchSide } from '../../db/types.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { leaveMeetings } from '../meetings/leave.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import type { ClosingReason } from './schema.ts'
import { lockParties } from './sql.ts'
import { moveMatch } from './transitions/move-match.ts'
import { lockMatch } from './transitions/sql.ts'

export interface Closing {
  /** Whose wish it was. */
  side: MatchSide
  reasons: readonly ClosingReason[]
  /** Unless told otherwise: ended early when it had become active, and never started before that. */
  as?: MatchKind | undefined
  goals?: GoalsReached | undefined
  happenedOn?: Temporal.PlainDate | undefined
  version?: number | undefined
  /** The enrolment of the one who leaves the programme: they are not told and not ready again. */
  leaver?: string
  tells?: boolean
}

/**
 * Closes a match: its planned meetings are off, the mentee is ready again unless they leave as well,
 * and the mentor has a free place. Whoever is told hears that it is over, and neither who wished it nor why.
 */
export async function closeMatch(ctx: Context, id: string, closing: Closing): Promise<void> {
  return transact(ctx, async (ctx) => {
    const match = await lockMatch(ctx.db, id)
    const { municipality } = match
    const parties = await lockParties(ctx.db, [match])
    const { side, reasons, happenedOn, version, goals = null, leaver, tells = true } = closing
    const hasBegun = match.episode !== undefined && match.episode.activeOn !== null
    await moveMatch(ctx, id, {
      kind: 'closed',
      as: closing.as ?? (hasBegun ? 'ended_early' : 'never_started'),
      ...{ side, reasons, happenedOn, version, goals },
    })
    await leaveMeetings(ctx, { matchId: id }, { tellsOthers: tells })
    const staying = parties.filter((party) => party.id !== leaver)
    if (tells)
      for (const { personId } of staying)
        await queueMail(ctx, { kind: 'match-ended', municipality, to: { personId }, subjectId: id })
    if (staying.some((party) => party.id === match.menteeId && party.state === 'matched'))
      await moveEnrolment(ctx, match.menteeId, { to: 'ready', reason: 'match ended' })
  })
}
