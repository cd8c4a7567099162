import type { Work } from '../../context.ts'
import { queueMail } from '../../mail/queue-mail.ts'

/** Tells both that they are a pair, in the transaction that made it. */
export async function tellOfMatch(
  ctx: Work,
  match: { id: string; municipality: string; parties: readonly { personId: string }[] },
): Promise<void> {
  const { id: subjectId, municipality } = match
  for (const { personId } of match.parties)
    await queueMail(ctx, { kind: 'match-made', municipality, to: { personId }, subjectId })
}
