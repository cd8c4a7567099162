import { type Context, transact } from '../../context.ts'
import type { Channel, EnrolmentRole } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { openMatch } from '../matches/open.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { settlePhoneTasks } from './offers/settle-phone-tasks.ts'
import type { AnswerProposal } from './schema.ts'
import { findMatch, lockPair, lockProposal, markAnswered } from './sql.ts'

export interface Answered {
  state: 'offered' | 'accepted' | 'declined'
  matchId: string | null
}

/**
 * Records one party's yes or no. The second yes opens the match; a no frees both, and the mentee
 * keeps their place in the queue. Repeating an answer changes nothing and returns the same; after the second yes or the
 * first no, another answer is refused.
 */
export async function answerProposal(
  ctx: Context,
  id: string,
  party: EnrolmentRole,
  command: AnswerProposal & { channel?: Channel },
): Promise<Answered> {
  return transact(ctx, async (ctx) => {
    const proposal = await lockProposal(ctx.db, id)
    const given = party === 'mentor' ? proposal.mentorAnswer : proposal.menteeAnswer
    if (isAnswered(proposal.state) && given === command.answer)
      return { state: proposal.state, matchId: await findMatch(ctx.db, id) }
    if (isAnswered(proposal.state)) throw new Problem('already-answered', { state: proposal.state })
    if (proposal.state !== 'offered') throw new Problem('link-expired', { state: proposal.state })
    if (Temporal.Instant.compare(ctx.now(), proposal.expiresAt!) >= 0)
      throw new Problem('link-expired', { state: 'expired' })
    if (given === command.answer) return { state: proposal.state, matchId: null }
    const pair = await lockPair(ctx.db, proposal.mentorId, proposal.menteeId)
    const other = party === 'mentor' ? proposal.menteeAnswer : proposal.mentorAnswer
    const state =
      command.answer === 'no' ? 'declined' : other === 'yes' ? ('accepted' as const) : 'offered'
    await markAnswered(ctx.db, id, party, {
      answer: command.answer,
      declineCode: command.answer === 'no' ? (command.declineCode ?? null) : null,
      channel: command.channel ?? null,
      at: ctx.now(),
      state,
    })
    await recordEvent(ctx, {
      action: 'proposal-answered',
      municipality: proposal.municipality,
      personId: pair[party].personId,
      subjectId: id,
    })
    await settlePhoneTasks(ctx, [proposal])
    if (state === 'declined')
      await moveEnrolment(ctx, proposal.menteeId, { to: 'ready', reason: `declined by ${party}` })
    const matchId = state === 'accepted' ? await openMatch(ctx, proposal) : null
    return { state, matchId }
  })
}

function isAnswered(state: string): state is 'accepted' | 'declined' {
  return state === 'accepted' || state === 'declined'
}
