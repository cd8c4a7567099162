import { type Context, transact } from '../../../context.ts'
import type { Answer, Channel, EnrolmentRole } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'
import { settleQuestion } from '../../questions/settle.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { closeMatch } from '../close.ts'
import { moveMatch, requireVersion } from '../transitions/move-match.ts'
import { lockMatch } from '../transitions/sql.ts'
import { listGoOn } from './sql.ts'

/**
 * Records whether one of a pair wants to go on. Two yeses make the match active; a no closes it, and
 * both are free again. The same answer again changes nothing; another one is refused once the match
 * has followed from both. A coordinator names the channel by which it was given.
 */
export async function answerGoOn(
  ctx: Context,
  question: { id: string; matchId: string | null },
  answer: Answer,
  channel?: Channel,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    if (question.matchId === null) throw new Problem('not-found')
    // Before the question: who closes a match holds it, and then withdraws its questions.
    const { id, state, episode } = await lockMatch(ctx.db, question.matchId)
    const asked = await listGoOn(ctx.db, id, episode!.openedRecordedAt)
    const own = asked.find((one) => one.id === question.id)
    if (own?.answer === answer) return
    if (own === undefined || state === 'closing') throw new Problem('link-expired', { state })
    if (state === 'closed' || episode!.activeOn !== null)
      throw new Problem('already-answered', { state })
    await settleQuestion(ctx, own.id, { goOn: answer }, channel)
    const { enrolmentId, role } = own
    await resolveTasks(ctx, { matchId: id, enrolmentId, kinds: ['go_on_unanswered'] })
    const isAgreed = asked.length === 2 && asked.every((one) => one === own || one.answer === 'yes')
    if (answer === 'no') await closeMatch(ctx, id, { side: role, reasons: [], as: 'never_started' })
    else if (isAgreed) await moveMatch(ctx, id, { kind: 'activated' })
  })
}

/** Records the answer that one of a pair gave a coordinator. Refuses when nobody asked them. */
export async function answerGoOnFor(
  ctx: Context,
  matchId: string,
  given: { party: EnrolmentRole; answer: Answer; channel: Channel; version?: number },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const match = await lockMatch(ctx.db, matchId)
    requireVersion(match, given.version)
    const { state, episode } = match
    const asked = await listGoOn(ctx.db, matchId, episode!.openedRecordedAt)
    const question = asked.find(({ role }) => role === given.party)
    if (question === undefined) throw new Problem('state-conflict', { state })
    await answerGoOn(ctx, { id: question.id, matchId }, given.answer, given.channel)
  })
}
