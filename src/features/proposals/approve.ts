import { actorName, type Context, transact } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { Problem } from '../../problems.ts'
import { recordDecision } from './record-decision.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { requireMet } from '../people/transitions/require-met.ts'
import { resolveTasks } from '../tasks/resolve.ts'
import { countTakenPlaces, lockPair, lockProposal, markOffered } from './sql.ts'

/** Long enough for a holiday, short enough that the next in line is not forgotten. */
const answerTime = Temporal.Duration.from({ hours: 14 * 24 })

/**
 * Offers a draft to both people, each by a mail with a link. Refuses a proposal already decided,
 * people who are no longer ready, and a mentor who has no free place or lacks a requirement.
 */
export async function approveProposal(ctx: Context, id: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const proposal = await lockProposal(ctx.db, id)
    if (proposal.state !== 'draft') throw new Problem('state-conflict', { state: proposal.state })
    const { mentor, mentee } = await lockPair(ctx.db, proposal.mentorId, proposal.menteeId)
    for (const party of [mentor, mentee])
      if (party.state !== 'ready') throw new Problem('state-conflict', { state: party.state })
    await requireMet(ctx, mentor, ctx.now().toZonedDateTimeISO(zone).toPlainDate())
    if ((await countTakenPlaces(ctx.db, mentor.id)) >= mentor.capacity)
      throw new Problem('no-capacity')
    await markOffered(ctx.db, id, {
      by: actorName(ctx.actor),
      at: ctx.now(),
      expiresAt: ctx.now().add(answerTime),
    })
    await moveEnrolment(ctx, mentee.id, { to: 'offered' })
    await resolveTasks(ctx, { enrolmentId: mentor.id, kinds: ['waiting_by_phone'] })
    await recordDecision(ctx, 'proposal-approved', proposal)
    for (const { personId, municipality } of [mentor, mentee])
      await queueMail(ctx, {
        kind: 'answer-request',
        municipality,
        to: { personId },
        subjectId: id,
      })
  })
}
