import { type Context, transact } from '../../context.ts'
import type { Proposal } from '../../matching/types.ts'
import { insertProposals, listEnrolmentsReady, supersedeDrafts } from './sql.ts'

/**
 * Puts a run's pairs before the coordinator as drafts; earlier drafts make room. Whoever is no longer
 * ready by now is left out.
 */
export async function draftProposals(
  ctx: Context,
  run: { id: string; municipality: string; programmeId: string },
  pairs: readonly Proposal[],
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { id: runId, municipality, programmeId } = run
    await supersedeDrafts(ctx.db, programmeId)
    const ready = await listEnrolmentsReady(ctx.db, programmeId)
    const enrolments = new Map(ready.map(({ role, personId, id }) => [`${role}:${personId}`, id]))
    const drafts = pairs.flatMap((pair) => {
      const mentorId = enrolments.get(`mentor:${pair.mentor}`)
      const menteeId = enrolments.get(`mentee:${pair.mentee}`)
      if (mentorId === undefined || menteeId === undefined) return []
      const explanation = { parts: pair.score.parts }
      const score = pair.points
      const createdAt = ctx.now()
      return [
        { municipality, programmeId, runId, mentorId, menteeId, score, explanation, createdAt },
      ]
    })
    await insertProposals(ctx.db, drafts)
  })
}
