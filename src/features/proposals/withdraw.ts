import { actorName, type Context, transact, type Work } from '../../context.ts'
import { listPersonIds } from '../../db/parties.ts'
import { cancelMails } from '../../mail/cancel-mails.ts'
import { listUnsentRecipients } from '../../mail/list-unsent-recipients.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { settlePhoneTasks } from './offers/settle-phone-tasks.ts'
import { recordDecision } from './record-decision.ts'
import { lockEnrolmentState, withdrawOpen } from './sql.ts'

/**
 * Withdraws every draft and open offer of an enrolment, and cancels their unsent mails. A mentee on the
 * other side keeps their place in the queue. People already asked are told of it without a reason.
 */
export async function withdrawProposals(
  ctx: Context,
  enrolmentId: string,
  { tellsOthers }: { tellsOthers: boolean } = { tellsOthers: true },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const withdrawn = await withdrawOpen(ctx.db, enrolmentId, actorName(ctx.actor), ctx.now())
    for (const proposal of withdrawn) {
      await recordDecision(ctx, 'proposal-withdrawn', proposal)
      const { state } = await lockEnrolmentState(ctx.db, proposal.menteeId)
      if (state === 'offered')
        await moveEnrolment(ctx, proposal.menteeId, { to: 'ready', reason: 'offer withdrawn' })
      const others = await listAsked(ctx, proposal, enrolmentId)
      await cancelMails(ctx, [proposal.id])
      if (tellsOthers)
        for (const personId of others)
          await queueMail(ctx, {
            kind: 'offer-withdrawn',
            municipality: proposal.municipality,
            to: { personId },
            subjectId: proposal.id,
          })
    }
    await settlePhoneTasks(ctx, withdrawn)
  })
}

/** The other party, if their mail has been sent; drafts have no mail. */
async function listAsked(
  ctx: Work,
  proposal: { id: string; mentorId: string; menteeId: string; offeredAt: Temporal.Instant | null },
  enrolmentId: string,
): Promise<string[]> {
  if (proposal.offeredAt === null) return []
  const { id, mentorId, menteeId } = proposal
  const notAsked = await listUnsentRecipients(ctx, id)
  const others = await listPersonIds(ctx.db, [mentorId === enrolmentId ? menteeId : mentorId])
  return others.filter((personId) => !notAsked.includes(personId))
}
