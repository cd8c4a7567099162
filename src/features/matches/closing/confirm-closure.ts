import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { type FieldProblem, Problem } from '../../../problems.ts'
import { moveEnrolment } from '../../people/transitions/move-enrolment.ts'
import { closeMatch } from '../close.ts'
import type { ConfirmClosure } from '../schema.ts'
import { requireVersion } from '../transitions/move-match.ts'
import { type LockedMatch, lockMatch } from '../transitions/sql.ts'

/**
 * Closes a match of which somebody asked that it ends, with its kind, reasons and goals. The mentee is
 * ready again, or leaves the programme with it. Refuses a kind that contradicts what happened, and a
 * day before the match began or after today.
 */
export async function confirmClosure(
  ctx: Context,
  matchId: string,
  command: ConfirmClosure,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const match = await lockMatch(ctx.db, matchId)
    requireVersion(match, command.version)
    if (match.state !== 'closing') throw new Problem('state-conflict', { state: match.state })
    requirePossible(match, command, ctx.now().toZonedDateTimeISO(zone).toPlainDate())
    const { kind, reasons, goals, closedOn, mentee } = command
    await closeMatch(ctx, matchId, {
      side: match.episode!.closingBy!,
      ...{ as: kind, reasons, goals, happenedOn: closedOn },
    })
    if (mentee === 'left')
      await moveEnrolment(ctx, match.menteeId, { to: 'left', reason: 'match ended' })
  })
}

function requirePossible(
  { episode }: LockedMatch,
  { kind, closedOn }: ConfirmClosure,
  today: Temporal.PlainDate,
): void {
  const fields: FieldProblem[] = []
  const hasBegun = episode!.activeOn !== null
  if (hasBegun === (kind === 'never_started')) fields.push({ pointer: '/kind', code: 'choice' })
  if (closedOn !== undefined && Temporal.PlainDate.compare(closedOn, today) > 0)
    fields.push({ pointer: '/closedOn', code: 'future' })
  const begun = episode!.activeOn ?? episode!.openedOn
  if (closedOn !== undefined && Temporal.PlainDate.compare(closedOn, begun) < 0)
    fields.push({ pointer: '/closedOn', code: 'noPair' })
  if (fields.length > 0) throw new Problem('invalid-input', { fields })
}
