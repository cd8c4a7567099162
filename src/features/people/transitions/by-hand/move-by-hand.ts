import { type Context, transact } from '../../../../context.ts'
import { lockParts } from '../../../../db/lock-pairs.ts'
import { Problem } from '../../../../problems.ts'
import { movesByHand, needsReason } from '../lifecycle.ts'
import { moveEnrolment } from '../move-enrolment.ts'
import type { MoveEnrolment } from '../../schema.ts'
import { endParticipation } from './end-participation.ts'
import { pauseEnrolment } from './pause.ts'
import { resumeEnrolment } from './resume.ts'
import { readEnrolment } from './sql.ts'
import { suspendEnrolment } from './suspend.ts'

/**
 * Moves an enrolment as a coordinator decides: interviewed, selected, ready, paused until a day,
 * left. Refuses states that only a registration, a proposal or a match sets, and an ending without
 * a reason. Leaving ends open proposals, matches and meetings.
 */
export async function moveByHand(ctx: Context, id: string, move: MoveEnrolment): Promise<void> {
  if (needsReason(move.to) && move.reason === undefined)
    throw new Problem('invalid-input', { fields: [{ pointer: '/reason', code: 'required' }] })
  return transact(ctx, async (ctx) => {
    await lockParts(ctx.db, [id])
    const enrolment = await readEnrolment(ctx.db, id)
    if (!movesByHand(enrolment.role, enrolment.state).includes(move.to))
      throw new Problem('state-conflict', { state: enrolment.state })
    if (move.to === 'left' || move.to === 'rejected') await endParticipation(ctx, id)
    if (move.to === 'paused') await pauseEnrolment(ctx, id, move)
    else if (enrolment.state === 'paused' && move.to === 'ready') await resumeEnrolment(ctx, id)
    else if (move.to === 'suspended') await suspendEnrolment(ctx, id, { reason: move.reason! })
    else await moveEnrolment(ctx, id, move)
  })
}
