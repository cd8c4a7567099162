import { type Context, transact } from '../../context.ts'
import { listPersonIds } from '../../db/parties.ts'
import { recordEvent } from '../audit/record.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { insertMatch } from './sql.ts'

/** Opens a match from an accepted proposal. The mentee is matched; one mentor place is taken. */
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
    const subjectId = await insertMatch(ctx.db, {
      municipality,
      programmeId,
      proposalId,
      mentorId,
      menteeId,
      acceptedAt: ctx.now(),
    })
    for (const personId of await listPersonIds(ctx.db, [mentorId, menteeId]))
      await recordEvent(ctx, { action: 'match-opened', municipality, personId, subjectId })
    return subjectId
  })
}
