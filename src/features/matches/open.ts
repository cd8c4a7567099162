import { type Context, transact } from '../../context.ts'
import { moveEnrolment } from '../people/move.ts'
import { insertMatch } from './sql.ts'

/** Makes a pair of a proposal that both said yes to. The mentee is matched; the mentor gives a place. */
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
    return insertMatch(ctx.db, {
      municipality,
      programmeId,
      proposalId,
      mentorId,
      menteeId,
      acceptedAt: ctx.now(),
    })
  })
}
