import { type Context, transact } from '../../context.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { lockParties } from './sql.ts'
import { tellOfMatch } from './tell-of-match.ts'
import { moveMatch } from './transitions/move-match.ts'
import { insertMatch } from './transitions/sql.ts'

/**
 * Opens a match from an accepted proposal and tells both. The mentee is matched; one mentor place is
 * taken.
 */
export async function openMatch(
  ctx: Context,
  proposal: {
    id: string
    municipality: string
    programmeId: string
    mentorId: string
    menteeId: string
  },
): Promise<string> {
  return transact(ctx, async (ctx) => {
    const { id: proposalId, municipality, programmeId, mentorId, menteeId } = proposal
    await moveEnrolment(ctx, menteeId, { to: 'matched' })
    const id = await insertMatch(ctx.db, {
      municipality,
      programmeId,
      proposalId,
      mentorId,
      menteeId,
      acceptedAt: ctx.now(),
    })
    await moveMatch(ctx, id, { kind: 'opened' })
    const parties = await lockParties(ctx.db, [proposal])
    await tellOfMatch(ctx, { id, municipality, parties })
    return id
  })
}
