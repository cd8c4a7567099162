import { actingAs, type Context, transact } from '../../context.ts'
import type { GoalsReached, MatchKind, MatchSide } from '../../db/types.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { leaveMeetings } from '../meetings/leave.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { questionKinds } from '../questions/schema.ts'
import { withdrawQuestions } from '../questions/settle.ts'
import { resolveTasks } from '../tasks/resolve.ts'
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
 * Closes a match: its meetings to come are off, the mentee is ready again unless it is they who leave,
 * and the mentor has a free place. Those who are told hear that it is over, and neither who wished it
 * nor why.
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
    await withdrawQuestions(ctx, { matchId: id }, questionKinds)
    await resolveTasks(ctx, { matchId: id })
    // The record of the one must not show that the other acted.
    const by = ctx.actor.kind === 'person' ? actingAs(ctx, { kind: 'system' }) : ctx
    await leaveMeetings(by, { matchId: id }, { reason: 'match_ended', tellsOthers: tells })
    for (const party of parties.filter(({ id }) => id !== leaver)) {
      const to = { personId: party.personId }
      if (tells) await queueMail(ctx, { kind: 'match-closed', municipality, to, subjectId: id })
      if (party.role === 'mentee' && party.state === 'matched')
        await moveEnrolment(by, party.id, { to: 'ready', reason: 'match ended' })
    }
  })
}
