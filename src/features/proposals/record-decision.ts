import type { Work } from '../../context.ts'
import { listPersonIds } from '../../db/parties.ts'
import { recordEvents } from '../audit/record.ts'
import type { AuditAction } from '../audit/schema.ts'

export async function recordDecision(
  ctx: Work,
  action: AuditAction & `proposal-${string}`,
  proposal: { id: string; municipality: string; mentorId: string; menteeId: string },
): Promise<void> {
  const { id: subjectId, municipality, mentorId, menteeId } = proposal
  const people = await listPersonIds(ctx.db, [mentorId, menteeId])
  await recordEvents(
    ctx,
    people.map((personId) => ({ action, municipality, personId, subjectId })),
  )
}
